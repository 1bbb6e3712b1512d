package dev.migrator.cli;

import dev.migrator.command.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"migrator " + Version.text()};
  }
}
