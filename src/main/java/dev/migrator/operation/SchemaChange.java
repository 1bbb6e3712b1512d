package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A change of the schema that knows its inverse: a drop carries what it drops, an alter carries
 * from and to.
 */
public sealed interface SchemaChange extends Operation
    permits CreateSchema,
        DropSchema,
        EnumAddition,
        DropEnum,
        RenameEnum,
        RenameEnumValue,
        AlterEnum,
        CreateComposite,
        DropComposite,
        AlterComposite,
        CreateDomain,
        DropDomain,
        AlterDomain,
        CreateSequence,
        DropSequence,
        AlterSequence,
        CreateTable,
        DropTable,
        RenameTable,
        MoveToSchema,
        AlterTable,
        AddColumn,
        DropColumn,
        RenameColumn,
        AlterColumn,
        AddPrimaryKey,
        DropPrimaryKey,
        AddUnique,
        DropUnique,
        AddCheck,
        DropCheck,
        AddExclusion,
        DropExclusion,
        AddForeignKey,
        DropForeignKey,
        RenameConstraint,
        CreateIndex,
        DropIndex,
        RenameIndex,
        SetComment,
        CreateDefinition,
        DropDefinition,
        ReplaceDefinition {

  /** The change that undoes this one. */
  SchemaChange inverse();

  /** The changes that undo some, in order. */
  static List<SchemaChange> undoing(List<SchemaChange> changes) {
    List<SchemaChange> inverses =
        new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
    Collections.reverse(inverses);
    return inverses;
  }

  /**
   * Whether values that rows hold are gone after it, so that the inverse cannot bring them back.
   */
  default boolean losesData() {
    return false;
  }
}
