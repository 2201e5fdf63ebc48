package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;

/** Names of channels: at most 80 lower-case letters, digits, hyphens and underscores. */
final class ChannelName {

  private ChannelName() {}

  static void check(String name) {
    if (name.codePointCount(0, name.length()) > 80) {
      throw Refused.because("invalid_name_maxlength");
    }
    if (name.matches("[-_]+")) {
      throw Refused.because("invalid_name_punctuation");
    }
    var fine =
        name.codePoints()
            .allMatch(it -> it == '-' || it == '_' || isLowerCase(it) || Character.isDigit(it));
    if (!fine) {
      throw Refused.because("invalid_name_specials");
    }
  }

  private static boolean isLowerCase(int letter) {
    return Character.isLetter(letter) && Character.toLowerCase(letter) == letter;
  }
}
