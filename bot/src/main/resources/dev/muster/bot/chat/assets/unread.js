// Which channels have something that this person has not seen in this browser.
const { channel, me } = document.body.dataset;

/** The stream says which message of which other channel is new. */
export function newest(data) {
  const space = data.indexOf(" ");
  const entry = document.querySelector(`[data-entry="${CSS.escape(data.slice(space + 1))}"]`);
  if (entry) entry.dataset.latest = Math.max(entry.dataset.latest, data.slice(0, space));
  markUnread();
}

export function markUnread() {
  const key = `muster.seen.${me}`;
  const seen = JSON.parse(localStorage.getItem(key) ?? "{}");
  const last = document.querySelector("#messages > .message:last-of-type")?.dataset.message ?? 0;
  for (const entry of document.querySelectorAll("[data-entry]")) {
    const { entry: name, latest } = entry.dataset;
    if (name === channel) seen[name] = Math.max(latest, last);
    seen[name] ??= Number(latest);
    entry.querySelector(".unread").hidden = Number(latest) <= seen[name] || name === channel;
  }
  localStorage.setItem(key, JSON.stringify(seen));
}
