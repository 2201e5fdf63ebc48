// Keys, questions, and the small buttons.
const OFF = "muster.keys.off";
const single = document.getElementById("single-keys");
const keys = document.getElementById("keys");
const confirm = document.getElementById("confirm");

single.checked = localStorage.getItem(OFF) === null;
single.addEventListener("change", () =>
  single.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes"));

const isTyping = (element) => element.matches("input:not([type=checkbox]), textarea, select");

function box() {
  const boxes = [...document.querySelectorAll(".composer .text, [data-box]")].filter((b) => b.checkVisibility());
  return boxes.find((b) => b.closest("main, aside").contains(document.activeElement)) ?? boxes[0];
}

function dismiss(answer) {
  const slot = answer.closest(".answer-slot");
  const message = slot.closest(".message");
  slot.replaceChildren();
  (message ?? box())?.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) return escape(event);
  if (isTyping(event.target) || !single.checked || document.querySelector("dialog[open]")) return;
  if (event.key === "/") {
    event.preventDefault();
    box()?.focus();
  }
  if (event.key === "?") keys.showModal();
});

function escape(event) {
  const near = event.target.closest?.(".message, .dock, main, aside") ?? document;
  const answer = near.querySelector(".answer") ?? document.querySelector(".answer");
  if (answer) dismiss(answer);
}

/** A question comes first. The form may have been replaced by a live update when it is answered. */
document.addEventListener("htmx:confirm", (event) => {
  const { elt, question, issueRequest } = event.detail;
  if (!question) return;
  event.preventDefault();
  const values = Object.fromEntries(new FormData(elt));
  const target = elt.closest(".answer-slot") ?? elt.closest(".message, main").querySelector(".answer-slot");
  document.getElementById("confirm-question").textContent = question;
  confirm.returnValue = "";
  confirm.onclose = () => {
    if (confirm.returnValue !== "yes") return;
    if (elt.isConnected) issueRequest(true);
    else htmx.ajax("POST", "/chat/run", { values, target, swap: "innerHTML" });
  };
  confirm.showModal();
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.open) document.getElementById(button.dataset.open).showModal();
  if (button?.matches("[data-dismiss]")) dismiss(button);
  if (button?.matches("[data-copy]")) {
    await navigator.clipboard.writeText(button.closest(".sample").querySelector("pre").textContent);
    button.textContent = "Copied";
  }
});
