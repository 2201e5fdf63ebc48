package dev.muster.integrations.sources.body;

import dev.muster.commands.alert.Fault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes as characters, strictly: what is no UTF-8 is a fault with its place. */
final class Utf8 {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /** The characters without a byte order mark, in an array of their own. */
  static CharBuffer decode(byte[] body) {
    var bytes = ByteBuffer.wrap(body);
    var chars = CharBuffer.allocate(body.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    chars.flip();
    if (!chars.isEmpty() && chars.get(0) == BYTE_ORDER_MARK) {
      chars.get();
    }
    if (result.isError()) {
      throw new UnreadableBody(notUtf8(chars, body[bytes.position()]));
    }
    return chars;
  }

  private static Fault notUtf8(CharBuffer before, byte wrong) {
    var line = 1;
    var column = 1;
    for (var c : before.toString().toCharArray()) {
      column = c == '\n' ? 1 : column + 1;
      line = c == '\n' ? line + 1 : line;
    }
    return Fault.at(
        line, column, "the byte 0x%02x is not UTF-8; JSON is sent in UTF-8".formatted(wrong));
  }
}
