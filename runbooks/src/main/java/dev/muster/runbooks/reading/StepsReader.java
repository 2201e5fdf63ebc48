package dev.muster.runbooks.reading;

import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the steps of a phase, each at its place. */
record StepsReader(ActionReader actions, Ids ids, OnFailure usual) {

  private static final int MOST = 200;

  Shape<List<Step>> steps(Phase phase) {
    return Shape.of(
        () -> Schema.listOf(at(phase, 0).schema()),
        (node, problems) -> {
          if (!(node instanceof Sequence(_, var items))) {
            problems.add(node.place(), Words.expected("a list of steps (lines `- uses: …`)", node));
            return Optional.empty();
          }
          if (items.size() > MOST) {
            problems.add(node.place(), "more than " + MOST + " steps; make two runbooks of it");
            return Optional.empty();
          }
          var read = new ArrayList<Step>();
          for (var i = 0; i < items.size(); i++) {
            at(phase, i).read(items.get(i), problems).ifPresent(read::add);
          }
          return Optional.of(read);
        });
  }

  /** What comes of the run where a step of those that act or verify says nothing of it. */
  StepsReader usually(OnFailure onFailure) {
    return new StepsReader(actions, ids, onFailure);
  }

  private Shape<Step> at(Phase phase, int index) {
    var acts = phase == Phase.STEPS || phase == Phase.VERIFICATION;
    var otherwise = acts ? usual : OnFailure.ABORT;
    return new StepReader(actions, ids, new StepReader.Place(phase, index, otherwise)).step();
  }
}
