package dev.migrator.operation;

/**
 * What one consumer does for each kind of operation. It has no defaults, so that a new operation
 * does not compile until every consumer knows it.
 */
public interface OperationVisitor<R> {

  R visit(CreateSchema operation);

  R visit(DropSchema operation);

  R visit(CreateEnum operation);

  R visit(DropEnum operation);

  R visit(AddEnumValue operation);

  R visit(RenameEnum operation);

  R visit(RenameEnumValue operation);

  R visit(AlterEnum operation);

  R visit(CreateComposite operation);

  R visit(DropComposite operation);

  R visit(AlterComposite operation);

  R visit(CreateDomain operation);

  R visit(DropDomain operation);

  R visit(AlterDomain operation);

  R visit(CreateSequence operation);

  R visit(DropSequence operation);

  R visit(AlterSequence operation);

  R visit(CreateTable operation);

  R visit(DropTable operation);

  R visit(RenameTable operation);

  R visit(MoveToSchema operation);

  R visit(AlterTable operation);

  R visit(AddColumn operation);

  R visit(DropColumn operation);

  R visit(RenameColumn operation);

  R visit(AlterColumn operation);

  R visit(AddPrimaryKey operation);

  R visit(DropPrimaryKey operation);

  R visit(AddUnique operation);

  R visit(DropUnique operation);

  R visit(AddCheck operation);

  R visit(DropCheck operation);

  R visit(AddExclusion operation);

  R visit(DropExclusion operation);

  R visit(AddForeignKey operation);

  R visit(DropForeignKey operation);

  R visit(RenameConstraint operation);

  R visit(CreateIndex operation);

  R visit(DropIndex operation);

  R visit(RenameIndex operation);

  R visit(SetComment operation);

  R visit(CreateDefinition operation);

  R visit(DropDefinition operation);

  R visit(ReplaceDefinition operation);

  R visit(DropByName operation);

  R visit(DropDefinitionByName operation);

  R visit(ExecuteSql operation);

  R visit(IfMissing operation);

  R visit(RunJava operation);
}
