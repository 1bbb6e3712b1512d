package dev.migrator.cli;

import dev.migrator.command.RevisionInfo;
import dev.migrator.command.ShowRevision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** How a revision is written for a person, and for a program. */
final class RevisionLines {

  private static final String BASE = "<base>";

  private RevisionLines() {}

  /** {@code a1 -> b2 (head), add posts}. */
  static String step(Output output, RevisionInfo info) {
    return "%s -> %s, %s"
        .formatted(parents(info.header()), marked(output, info), info.header().message());
  }

  /** {@code upgrade a1 -> b2, add posts}. */
  static String step(RevisionStep step) {
    RevisionHeader revision = step.revision();
    String below = parents(revision);
    return switch (step.direction()) {
      case UPGRADE -> "upgrade %s -> %s, %s".formatted(below, revision.id(), revision.message());
      case DOWNGRADE ->
          "downgrade %s -> %s, %s".formatted(revision.id(), below, revision.message());
    };
  }

  /** {@code b2 (billing) (head)}. */
  static String marked(Output output, RevisionInfo info) {
    RevisionHeader header = info.header();
    StringBuilder line = new StringBuilder(output.styled("yellow", header.id().value()));
    if (!header.branchLabels().isEmpty()) {
      line.append(" (").append(String.join(", ", header.branchLabels())).append(')');
    }
    marks(info).forEach(mark -> line.append(output.styled("cyan", " (" + mark + ")")));
    return line.toString();
  }

  private static List<String> marks(RevisionInfo info) {
    List<String> marks = new ArrayList<>();
    if (info.head()) {
      marks.add(info.effectiveHead() ? "effective head" : "head");
    }
    if (info.current()) {
      marks.add("current");
    }
    if (info.branchPoint()) {
      marks.add("branch point");
    }
    if (info.header().parents().size() > 1) {
      marks.add("merge point");
    }
    return marks;
  }

  static String parents(RevisionHeader header) {
    String parents = header.parents().isEmpty() ? BASE : ids(header.parents());
    return header.dependsOn().isEmpty()
        ? parents
        : "%s (%s)".formatted(parents, String.join(", ", header.dependsOn()));
  }

  static String ids(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  /** The lines that {@code show} prints. */
  static List<String> whole(Output output, ShowRevision.Result result) {
    List<String> lines = new ArrayList<>(entry(output, result.info()));
    lines.addAll(operations("upgrade", result.upgrade()));
    lines.addAll(operations("downgrade", result.downgrade()));
    return lines;
  }

  /** The lines that {@code --verbose} makes of a revision. */
  static List<String> entry(Output output, RevisionInfo info) {
    RevisionHeader header = info.header();
    List<String> lines = new ArrayList<>();
    lines.add("Revision:      " + marked(output, info));
    lines.add(
        (header.parents().size() > 1 ? "Merges:        " : "Parent:        ")
            + (header.parents().isEmpty() ? BASE : ids(header.parents())));
    if (!header.dependsOn().isEmpty()) {
      lines.add("Depends on:    " + String.join(", ", header.dependsOn()));
    }
    if (!header.replaces().isEmpty()) {
      lines.add("Replaces:      " + ids(header.replaces()));
    }
    if (info.children().size() > 1) {
      lines.add("Branches into: " + ids(info.children()));
    }
    if (!info.labels().isEmpty()) {
      lines.add("Branch labels: " + String.join(", ", info.labels()));
    }
    lines.add("File:          " + output.path(info.file()));
    lines.add("Created:       " + header.created());
    lines.add("");
    lines.add("    " + header.message());
    return lines;
  }

  /** Each revision as a line, or as its entry with an empty line behind it. */
  static void print(
      Session session,
      List<RevisionInfo> revisions,
      BiFunction<Output, RevisionInfo, String> line) {
    Output output = session.output();
    for (RevisionInfo revision : revisions) {
      if (session.verbose()) {
        entry(output, revision).forEach(output::result);
        output.result("");
      } else {
        output.result(line.apply(output, revision));
      }
    }
  }

  /** {@code b2 (billing) (head), add posts}. */
  static String titled(Output output, RevisionInfo info) {
    return "%s, %s".formatted(marked(output, info), info.header().message());
  }

  private static List<String> operations(String title, List<String> operations) {
    List<String> lines =
        new ArrayList<>(List.of("", title + (operations.isEmpty() ? ": nothing" : ":")));
    operations.forEach(operation -> lines.add("    " + operation));
    return lines;
  }

  /** The revisions as JSON's values. */
  static List<Map<String, Object>> json(Output output, List<RevisionInfo> revisions) {
    return revisions.stream().map(revision -> json(output, revision)).toList();
  }

  /** The revision as JSON's values. */
  static Map<String, Object> json(Output output, RevisionInfo info) {
    RevisionHeader header = info.header();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", header.id().value());
    json.put("revises", header.parents().stream().map(RevisionId::value).toList());
    json.put("depends_on", header.dependsOn());
    json.put("branch_labels", header.branchLabels());
    json.put("message", header.message());
    json.put("created", header.created().toString());
    json.put("file", output.path(info.file()));
    json.put("head", info.head());
    json.put("current", info.current());
    return json;
  }
}
