package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.revision.Revision;
import org.junit.jupiter.api.Test;

class RevisionFileTest {

  private static final String BLOG =
      """
      revision: aa79e1d59e68
      revises: []
      message: creating database
      created: 2026-11-22T05:40:00Z
      upgrade:
        - create_enum: {name: gender_enum, values: [MALE, FEMALE, UNDEFINED]}
        - create_table:
            name: users
            columns:
              - {name: id, type: bigint, nullable: false, identity: by_default}
              - {name: username, type: varchar(255), nullable: false}
              - {name: gender, type: enum(gender_enum), nullable: false, default: "'UNDEFINED'"}
            primary_key: {name: pk_users, columns: [id]}
            unique_constraints:
              - {name: uq_users_username, columns: [username]}
      downgrade:
        - drop_table: users
        - drop_enum: {name: gender_enum, values: [MALE, FEMALE, UNDEFINED]}
      """;

  @Test
  void writesWhatItRead() {
    assertThat(RevisionWriter.write(read(BLOG), RevisionFormat.YAML)).isEqualTo(BLOG);
  }

  @Test
  void namesThePlaceOfAnUnknownOperation() {
    assertThatThrownBy(() -> read(BLOG.replace("drop_table", "drop_tabel")))
        .hasMessage("blog.yaml:17:5: unknown operation 'drop_tabel'. Did you mean 'drop_table'?");
  }

  private static Revision read(String text) {
    return RevisionReader.read("blog.yaml", text, RevisionFormat.YAML);
  }
}
