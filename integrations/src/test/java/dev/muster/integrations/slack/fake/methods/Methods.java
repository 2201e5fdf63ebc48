package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.model.Triggers;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All methods of the Web API that the fake knows. */
public final class Methods {

  private Methods() {}

  public static Map<String, Method> all(
      Workspace workspace, Triggers triggers, Ledger ledger, Supplier<String> socketUrl) {
    var access = new Access(workspace);
    var contents = new Contents(workspace.ids(), ledger);
    var all = new HashMap<String, Method>();
    all.putAll(new AppMethods(socketUrl).all());
    all.putAll(new ChatMethods(access, contents, ledger).all());
    all.putAll(new EphemeralMethods(access, contents, ledger).all());
    all.putAll(new ConversationReads(access).all());
    all.putAll(new ConversationChanges(access, ledger).all());
    all.putAll(new PeopleMethods(workspace, ledger).all());
    all.putAll(new MarkMethods(access, ledger).all());
    all.putAll(new ViewMethods(workspace, triggers, ledger).all());
    return all;
  }
}
