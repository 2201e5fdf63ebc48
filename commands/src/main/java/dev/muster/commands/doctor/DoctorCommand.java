package dev.muster.commands.doctor;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /muster doctor}: what is not well of Muster itself, the worst first, and what to do. */
public record DoctorCommand(Doctor doctor) implements Command {

  private static final int SHOWN = 10;
  private static final int NAMED = 20;

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String summary() {
    return "Looks whether Muster and what it needs is well, and says how to mend what is not";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(new Right("config", "view"));
  }

  @Override
  public boolean isLook() {
    return true;
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var looked = doctor.lately();
    var report = looked.report();
    var blocks = new ArrayList<Block>();
    add(blocks, report, Level.FAILED);
    add(blocks, report, Level.WARNING);
    add(blocks, report, Level.SKIPPED);
    add(blocks, report, Level.UNUSED);
    var fine = report.of(Level.FINE);
    if (!fine.isEmpty()) {
      var names = Span.text("  " + names(fine.stream()));
      blocks.add(Block.line(Span.strong(Level.FINE.heading()), names));
    }
    blocks.add(summary(looked));
    return Reply.toAsker(new Message(report.headline(), blocks));
  }

  private static Block summary(Doctor.Looked looked) {
    var summary = Span.strong(looked.report().summary());
    var age = looked.age().toSeconds();
    return age == 0
        ? Block.line(summary)
        : Block.line(
            summary,
            Span.text(
                "  as of %d s ago: ask again in %d s for a new look"
                    .formatted(age, Doctor.LATELY.toSeconds() - age)));
  }

  private static void add(List<Block> blocks, Report report, Level level) {
    var found = report.of(level);
    if (found.isEmpty()) {
      return;
    }
    blocks.add(Block.line(Span.strong(level.heading())));
    found.stream().limit(SHOWN).map(DoctorCommand::line).forEach(blocks::add);
    if (found.size() > SHOWN) {
      blocks.add(more(found, level));
    }
  }

  /** A terminal is told all; here the others come up once there are fewer. */
  private static Block more(List<Finding> found, Level level) {
    var names = names(found.stream().skip(SHOWN));
    var spans = new ArrayList<Span>();
    spans.add(Span.text("and %d more: %s. ".formatted(found.size() - SHOWN, names)));
    spans.add(Span.code("java -jar muster.jar doctor"));
    spans.add(Span.text(" says what of each"));
    if (level == Level.FAILED || level == Level.WARNING) {
      spans.add(Span.text(", and once some are mended "));
      spans.add(Span.code("/muster doctor"));
      spans.add(Span.text(" does too"));
    }
    return new Block.Line(spans);
  }

  private static String names(Stream<Finding> findings) {
    var names = findings.map(Finding::about).distinct().toList();
    var shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return shown + (names.size() > NAMED ? " …" : "");
  }

  private static Block line(Finding finding) {
    var more = finding.mend().isEmpty() ? "" : " " + finding.mend();
    return Block.line(Span.strong(finding.about()), Span.text("  " + finding.what() + more));
  }
}
