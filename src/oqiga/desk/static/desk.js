// What every page does: theme, live updates, the drawer of sentences, the slider, keys, dropping files.
const phrases = document.getElementById("phrases")?.dataset ?? {};
const root = document.documentElement;
root.classList.add("js");

function themeButton() {
  const button = document.getElementById("theme");
  if (!button) return;
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => { button.textContent = dark() ? button.dataset.light : button.dataset.dark; };
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    document.cookie = `oqiga_theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
    name();
    document.dispatchEvent(new CustomEvent("desk:theme"));
  });
}

const UNITS = [[31_536_000, "year"], [86_400, "day"], [3_600, "hour"], [60, "minute"]];

function relativeTimes() {
  const known = new Intl.RelativeTimeFormat(root.lang).resolvedOptions().locale.startsWith(root.lang);
  if (!known) return; // a browser without the words of this language would write "-1 h"
  const ago = new Intl.RelativeTimeFormat(root.lang, { numeric: "auto" });
  for (const each of document.querySelectorAll("time[data-ago]")) {
    const seconds = (Date.now() - Date.parse(each.dateTime)) / 1000;
    if (!(seconds >= 0)) continue;
    each.title ||= each.textContent;
    const [size, unit] = UNITS.find(([size]) => seconds >= size) ?? [1, "second"];
    each.textContent = ago.format(seconds < 60 ? 0 : -Math.floor(seconds / size), unit);
  }
}

function say(words, wrong = false) {
  const live = document.getElementById("live");
  if (!live) return;
  live.textContent = words;
  live.hidden = !words;
  live.classList.toggle("off", wrong);
}

/** Put the parts of a newer version of this page in place of those that differ. */
export async function refresh(address = location.href, { quiet = false } = {}) {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const newer = new DOMParser().parseFromString(await answer.text(), "text/html");
  const old = document.querySelector("main");
  const next = newer.querySelector("main");
  if (!old || !next) return;
  const names = new Set([...old.querySelectorAll("[data-live]"), ...next.querySelectorAll("[data-live]")].map((each) => each.dataset.live));
  let changed = false;
  const alike = [...names].every((name) => {
    const one = old.querySelector(`[data-live="${name}"]`);
    const other = next.querySelector(`[data-live="${name}"]`);
    return Boolean(one) === Boolean(other);
  });
  if (!alike) {
    keepMap(old, next);
    old.replaceChildren(...next.childNodes);
    changed = true;
  } else {
    for (const name of names) {
      const one = old.querySelector(`[data-live="${name}"]`);
      const other = next.querySelector(`[data-live="${name}"]`);
      if (one.isEqualNode(other) || one.contains(document.activeElement) && one.matches("form")) continue;
      if (name === "list") flashNew(one, other);
      one.replaceWith(other);
      if (!quiet && name !== "map" && name !== "list" && name !== "slider") other.classList.add("flash");
      changed = true;
    }
    const past = next.querySelector(".whole");
    if (past) old.querySelector(".whole").className = past.className;
  }
  if (changed) document.dispatchEvent(new CustomEvent("desk:changed"));
  prepare();
}

function keepMap(old, next) {
  const one = old.querySelector("#map");
  const other = next.querySelector("#map");
  if (one && other) other.replaceWith(one);
}

function flashNew(one, other) {
  for (const row of other.children) {
    const before = row.id && one.querySelector(`#${CSS.escape(row.id)}`);
    if (!before || !before.isEqualNode(row)) row.classList.add("flash");
  }
}

/** From a first entry to the page that shows it; between two such pages while entries keep coming. */
const SOON_MS = 150;
const REST_MS = 1000;

function listen() {
  const entry = document.body.dataset.entry;
  if (!document.querySelector("[data-live]") || !document.querySelector(".who")) return;
  const incident = document.querySelector("[data-incident]")?.dataset.incident;
  const source = new EventSource(`/api/v1/changes?since=${entry}`);
  let asked = false;
  let last = 0;
  let line = Promise.resolve();
  const heard = (event) => {
    const told = JSON.parse(event.data);
    if (incident && told.incidents.length && !told.incidents.includes(incident)) return;
    if (asked) return; // the refresh that is due will show this too
    asked = true;
    line = line.then(async () => {
      await new Promise((rested) => setTimeout(rested, Math.max(SOON_MS, last + REST_MS - Date.now())));
      asked = false;
      try {
        await refresh();
        say(phrases.updated);
        setTimeout(() => say(""), 6000);
      } catch { // nobody answered; the next entry, or the feed when it is back, asks again
        say(phrases.offline, true);
      }
      last = Date.now();
    });
  };
  for (const kind of ["revision", "reading", "decision"]) source.addEventListener(kind, heard);
  source.addEventListener("error", () => say(phrases.offline, true));
  source.addEventListener("open", () => say(""));
  addEventListener("pagehide", () => source.close());
}

function drawer() {
  const dialog = document.getElementById("drawer");
  if (!dialog) return;
  const body = document.getElementById("drawer-body");
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.words");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    body.replaceChildren();
    dialog.showModal();
    const answer = await fetch(`${link.href}&fragment=1`);
    if (!answer.ok) { location.href = link.href; return; }
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    body.replaceChildren(...found.body.childNodes);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
}

function slider() {
  const range = document.getElementById("moment");
  if (!range || range.dataset.ready) return;
  range.dataset.ready = "1";
  range.disabled = false;
  const moments = JSON.parse(range.dataset.moments);
  const said = document.getElementById("moment-said");
  const chosen = () => moments[range.value - 1];
  range.addEventListener("input", () => {
    said.textContent = chosen()[1];
    range.setAttribute("aria-valuetext", chosen()[1]);
  });
  range.addEventListener("change", async () => {
    const last = Number(range.value) === moments.length;
    const address = new URL(location.href);
    address.searchParams.delete("done");
    if (last) address.searchParams.delete("as_of");
    else address.searchParams.set("as_of", chosen()[0]);
    history.pushState(null, "", address);
    await refresh(address, { quiet: true });
    document.getElementById("moment")?.focus();
  });
}

function copyAndPrint() {
  const copy = document.getElementById("copy");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.onclick = async () => {
      await navigator.clipboard.writeText(document.getElementById("brief-text").textContent);
      say(phrases.copied);
    };
  }
  const print = document.getElementById("print");
  if (print) { print.hidden = false; print.onclick = () => window.print(); }
}

/** Keys work only while the focus is inside a question, and never while something is typed. */
function keys() {
  const queue = document.querySelector("[data-queue]");
  if (!queue || queue.dataset.ready) return;
  queue.dataset.ready = "1";
  const questions = [...queue.querySelectorAll(".question")];
  document.querySelector(".review")?.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target.closest(".question");
    if (event.key === "u") { document.querySelector("#done button")?.click(); return; }
    if (!here) return;
    if (event.key === "j" || event.key === "k") {
      questions[questions.indexOf(here) + (event.key === "j" ? 1 : -1)]?.focus();
      event.preventDefault();
    } else if (event.key === "o") {
      here.querySelector("[data-open]")?.click();
    } else {
      const summary = here.querySelector(`summary[data-key="${CSS.escape(event.key)}"]`);
      if (!summary) return;
      summary.parentElement.open = true;
      summary.parentElement.querySelector("input[name=reason]")?.focus();
      event.preventDefault();
    }
  });
  if (document.activeElement === document.body) questions[0]?.focus({ preventScroll: true });
}

function dropping() {
  const zone = document.getElementById("drop");
  if (!zone) return;
  const files = document.getElementById("files");
  const over = (shown) => (event) => { event.preventDefault(); zone.classList.toggle("over", shown); };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => { over(false)(event); files.files = event.dataTransfer.files; });
  const form = document.getElementById("add");
  form.addEventListener("submit", () => { form.querySelector("button.strong").textContent = phrases.reading; });
}

function lightClaims() {
  document.querySelector(".claims")?.addEventListener("mouseover", (event) => {
    const id = event.target.closest("a[href^='#']")?.hash.slice(1);
    for (const each of document.querySelectorAll(".text mark")) {
      each.classList.toggle("lit", Boolean(id) && each.dataset.claims.split(" ").includes(id));
    }
  });
}

function prepare() {
  relativeTimes();
  slider();
  copyAndPrint();
}

themeButton();
prepare();
drawer();
keys();
dropping();
lightClaims();
listen();
addEventListener("popstate", () => location.reload());
setInterval(relativeTimes, 30000);
