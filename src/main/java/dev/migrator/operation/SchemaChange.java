package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /**
   * The changes that undo some, in order. Several values that one after the other came to an
   * enumeration go at once, since a database may have to rebuild the type for it.
   */
  static List<SchemaChange> undoing(List<SchemaChange> changes) {
    List<SchemaChange> inverses = new ArrayList<>();
    for (int index = changes.size() - 1; index >= 0; index--) {
      SchemaChange inverse = changes.get(index).inverse();
      int last = inverses.size() - 1;
      Optional<AlterEnum> both =
          last >= 0
                  && inverses.get(last) instanceof AlterEnum first
                  && inverse instanceof AlterEnum second
              ? first.andThen(second)
              : Optional.empty();
      if (both.isPresent()) {
        inverses.set(last, both.get());
      } else {
        inverses.add(inverse);
      }
    }
    return inverses;
  }

  /**
   * Whether values that rows hold are gone after it, so that the inverse cannot bring them back.
   */
  default boolean losesData() {
    return false;
  }
}
