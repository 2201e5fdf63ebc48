package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;

/** Runs that people answer, stop and mend by command. */
abstract class ActedOnRuns {

  final Office office = new Office(Written.LOOK, Written.FAILOVER, Written.CHECKLIST);

  String say(Person person, String text) throws InterruptedException {
    return reply(person, text).message().fallback();
  }

  Reply reply(Person person, String text) throws InterruptedException {
    var reply = office.say(person, text);
    office.work();
    return reply;
  }

  void failover(Person person) throws InterruptedException {
    reply(person, "/runbook run failover");
    reply(person, "/runbook run failover offer:offer1");
  }
}
