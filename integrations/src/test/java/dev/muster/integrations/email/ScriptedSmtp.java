package dev.muster.integrations.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A mail server that answers as it is told to: by the first word of what it hears, {@code .} for
 * the end of a mail, {@code hello} for who comes. An empty answer is silence, {@code hang up} ends.
 */
final class ScriptedSmtp implements AutoCloseable {

  static final String SILENCE = "";
  static final String HANG_UP = "hang up";

  private static final Map<String, String> USUAL =
      Map.of("hello", "220 test", "DATA", "354 go on", ".", "250 taken", "QUIT", "221 bye");

  private final ServerSocket listening;
  private final Map<String, String> answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  ScriptedSmtp(Map<String, String> answers) {
    this(answers, ServerSocketFactory.getDefault());
  }

  ScriptedSmtp(Map<String, String> answers, ServerSocketFactory sockets) {
    try {
      this.listening = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answers = Map.copyOf(answers);
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return listening.getLocalPort();
  }

  SmtpAddress address() {
    return SmtpAddress.parse("smtp://127.0.0.1:" + port());
  }

  SmtpAddress addressFor(String user, String query) {
    return SmtpAddress.parse("smtp://" + user + "@127.0.0.1:" + port() + query);
  }

  /** What was said to it, without the mails themselves. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (var caller = listening.accept()) {
        talk(caller);
      } catch (IOException ended) {
        // The caller left, or the test is over.
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
    if (!answer("hello", caller)) {
      return;
    }
    var isMail = false;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (isMail && !line.equals(".")) {
        continue;
      }
      heard.add(line);
      var word = line.split(" ", 2)[0];
      isMail = word.equals("DATA") && answerTo(word).startsWith("354");
      if (!answer(word, caller)) {
        return;
      }
    }
  }

  /** Answers whether the talk goes on. */
  private boolean answer(String word, Socket caller) throws IOException {
    var answer = answerTo(word);
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (!answer.equals(SILENCE)) {
      caller.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
      caller.getOutputStream().flush();
    }
    return true;
  }

  private String answerTo(String word) {
    return answers.getOrDefault(word, USUAL.getOrDefault(word, "250 fine"));
  }
}
