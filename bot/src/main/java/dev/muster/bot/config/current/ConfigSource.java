package dev.muster.bot.config.current;

import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.files.ConfigFiles;

/** Where this replica's configuration comes from. */
public interface ConfigSource {

  /** Something else as soon as the files say something else; reads them, and parses nothing. */
  String fingerprint();

  /** Whether a start with these files is meant, whatever was accepted meanwhile. */
  boolean insists();

  /** Reads the files as they are now. */
  Outcome own();

  /** Reads the texts that another replica found right, with the secrets of this one. */
  Outcome read(ConfigFiles files);
}
