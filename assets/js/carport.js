// Carport in the browser: every page works without this file; it only makes things smoother.
// Behaviour is asked for in the markup by data- attributes (docs/DESIGN-SYSTEM.md lists them) and handled by delegation,
// so that fragments swapped in later need no wiring. Markup from the server is parsed by DOMParser under the Trusted Types
// policy `app`; strings never become markup in the page itself, and scripts in a fragment never run.

const root = document.documentElement;
root.dataset.js = "";
const body = document.body;
const policy = globalThis.trustedTypes?.createPolicy("app", { createHTML: (text) => text });
const parse = (text) => new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, "text/html");
const on = (type, handler, options) => document.addEventListener(type, handler, options);
const closest = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);
// form.action, .method and .id are shadowed by fields of that name, so they are read as attributes
const methodOf = (form) => (form.getAttribute("method") ?? "get").toLowerCase();
const typing = (node) => node instanceof Element && node.matches("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]");

/* ---------------------------------------------------------------- status messages */

let toasts;
/** Says something once, visibly and to assistive technology. */
function say(text) {
  if (!toasts) {
    toasts = document.createElement("div");
    toasts.className = "toasts";
    toasts.setAttribute("role", "status");
    body.append(toasts);
  }
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = text;
  // a live region speaks what is added after it exists
  requestAnimationFrame(() => toasts.replaceChildren(toast));
  setTimeout(() => toast.remove(), 8000);
}

/* ---------------------------------------------------------------- partial updates */

/** Fetches a page and returns its parsed document; a failure is said and returns nothing. */
async function load(url, options = {}) {
  try {
    const answer = await fetch(url, { credentials: "same-origin", ...options, headers: { Accept: "text/html", "X-Carport-Partial": "1", ...options.headers } });
    if (!answer.headers.get("content-type")?.includes("text/html")) throw new Error("not a page");
    return { page: parse(await answer.text()), url: answer.url, redirected: answer.redirected, ok: answer.ok };
  } catch (error) {
    if (error.name !== "AbortError") say(body.dataset.unreachable);
    return null;
  }
}

/** Replaces the elements with these ids, and the status message, by those of another document. Says whether all were found. */
function swap(page, ids) {
  const found = ids.filter((id) => page.getElementById(id));
  const focused = document.activeElement?.id;
  for (const id of new Set([...found, "flash"])) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (!fresh || !old || (id === "flash" && !fresh.childElementCount && !old.childElementCount)) continue;
    fresh.querySelectorAll("script").forEach((script) => script.remove());
    old.replaceWith(document.adoptNode(fresh));
    start(document.getElementById(id));
  }
  if (focused && document.activeElement === body) document.getElementById(focused)?.focus({ preventScroll: true });
  return found.length === ids.length;
}

let running;
async function partial(element, url, options) {
  const ids = element.dataset.partial.split(" ");
  running?.abort();
  running = new AbortController();
  const places = ids.map((id) => document.getElementById(id)).filter(Boolean);
  places.forEach((place) => (place.dataset.partialBusy = ""));
  const answer = await load(url, { ...options, signal: running.signal });
  places.forEach((place) => delete place.dataset.partialBusy);
  if (!answer) return;
  // an answer without the wanted place is another page altogether (signed out, an error): go there
  if (!swap(answer.page, ids)) return location.assign(answer.url);
  document.title = answer.page.title || document.title;
  const get = !options?.method || options.method === "GET";
  if (element.dataset.history !== "keep" && (get || answer.redirected)) {
    history.pushState({ partial: ids }, "", answer.url);
    shown = location.pathname + location.search;
  }
  document.querySelector(`#${CSS.escape(ids[0])} [data-focus]`)?.focus();
}

on("click", (event) => {
  const link = closest(event, "a[data-partial]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  partial(link, link.href);
});

on("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || methodOf(form) === "dialog") return;
  const button = event.submitter;
  // an answer that opens elsewhere leaves the page, and what was typed, as they are
  if (button?.formTarget) return void (frameOf(form, button) && (event.preventDefault(), refreshFrame(form)));
  form.dataset.dirty = "";
  if (form.hasAttribute("data-partial")) {
    event.preventDefault();
    const data = new FormData(form, button);
    const action = new URL(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
    if (methodOf(form) === "get") {
      action.search = new URLSearchParams([...data].filter(([, value]) => value !== ""));
      partial(form, action);
    } else {
      const simple = form.getAttribute("enctype") !== "multipart/form-data";
      partial(form, action, { method: "POST", body: simple ? new URLSearchParams(data) : data });
    }
  } else if (methodOf(form) === "post") {
    // one press, one request
    if (form.dataset.sent !== undefined) return event.preventDefault();
    form.dataset.sent = "";
    button?.setAttribute("aria-busy", "true");
  }
});

addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  document.querySelectorAll("button[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
});

let shown = location.pathname + location.search;
addEventListener("popstate", async (event) => {
  // a jump within the page changes the hash only
  if (location.pathname + location.search === shown) return;
  shown = location.pathname + location.search;
  const ids = event.state?.partial;
  const answer = ids ? await load(location.href) : null;
  if (!answer || !swap(answer.page, ids)) location.reload();
});

on("change", (event) => {
  const form = event.target.closest?.("form[data-submit-on-change]");
  if (form && event.target.type !== "search") form.requestSubmit();
});

/* ---------------------------------------------------------------- what starts with an element: live progress, counters, focus */

/** Starts what lives inside an element; called for the page and for every fragment swapped in. */
function start(scope) {
  if (!scope) return;
  const all = (selector) => [...(scope.matches?.(selector) ? [scope] : []), ...scope.querySelectorAll(selector)];
  all("[data-live]").forEach(follow);
  all("[data-count-for]").forEach(count);
  all("[data-bulk]").forEach(tally);
  all(".tabs").forEach(reveal);
  all("form[data-preview-frame][data-dirty=yes]").forEach((form) => setTimeout(refreshFrame, 0, form));
}

/** Scrolls a row of tabs, and nothing else, so far that the current one is seen. */
function reveal(tabs) {
  const current = tabs.querySelector("[aria-current]");
  if (current) tabs.scrollLeft += current.getBoundingClientRect().left - tabs.getBoundingClientRect().left - (tabs.clientWidth - current.offsetWidth) / 2;
}

/** Running work: the element replaces itself by the server's newer version until that has no data-live any more. */
function follow(element) {
  const { live, liveFeed } = element.dataset;
  const replace = (page) => {
    const fresh = page.getElementById(element.id);
    if (!fresh || !element.isConnected) return;
    const next = document.adoptNode(fresh);
    // the status region stays in place, so that its change is spoken; only its content is exchanged
    const status = element.querySelector("[role=status]");
    const newer = next.querySelector("[role=status]");
    if (status && newer) {
      status.replaceChildren(...newer.childNodes);
      newer.replaceWith(status);
    }
    element.replaceWith(next);
    return next;
  };
  if (liveFeed === "events" && globalThis.EventSource) {
    const source = new EventSource(live);
    source.onmessage = (message) => {
      const next = replace(parse(message.data));
      if (!next || next.dataset.live === undefined) return source.close();
      element = next;
    };
    source.onerror = () => {
      // the browser reconnects by itself; when the stream is closed for good, ask once for the last state
      if (source.readyState === EventSource.CLOSED) setTimeout(poll, 2000);
    };
    return;
  }
  async function poll() {
    if (!element.isConnected) return;
    if (document.hidden) return on("visibilitychange", poll, { once: true });
    try {
      const answer = await fetch(live, { credentials: "same-origin", headers: { Accept: "text/html", "X-Carport-Partial": "1" } });
      if (answer.ok) {
        const next = replace(parse(await answer.text()));
        if (next) return start(next);
      }
      if (answer.status === 404 || answer.status === 401) return;
    } catch {
      // the network comes and goes during long work; keep asking, less often
    }
    setTimeout(poll, 5000);
  }
  setTimeout(poll, 1000);
}

/** Characters used of those allowed; noticed by eye only near the end, spoken only there. */
function count(output) {
  const field = document.getElementById(output.dataset.countFor);
  const most = Number(field?.maxLength);
  if (!(most > 0)) return;
  const used = [...field.value].length;
  output.textContent = `${used} / ${most}`;
  const near = used > most * 0.9;
  output.toggleAttribute("data-near", near);
  output.setAttribute("aria-live", near ? "polite" : "off");
}

on("input", (event) => {
  const field = event.target;
  if (field.id) document.querySelectorAll(`[data-count-for="${CSS.escape(field.id)}"]`).forEach(count);
  const guarded = field.closest?.("form[data-guard]");
  if (guarded) guarded.dataset.dirty = "yes";
  if (field.form?.matches("[data-preview]")) schedulePreview(field.form);
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector('form[data-guard][data-dirty="yes"]')) event.preventDefault();
});

/* live preview: the form as it stands goes to data-preview, the answer into the element data-preview-target */
const previews = new WeakMap();
function schedulePreview(form) {
  const state = previews.get(form) ?? {};
  clearTimeout(state.timer);
  state.timer = setTimeout(async () => {
    state.request?.abort();
    state.request = new AbortController();
    const answer = await load(form.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: state.request.signal });
    if (answer) swap(answer.page, [form.dataset.previewTarget]);
  }, 350);
  clearTimeout(state.frameTimer);
  if (form.dataset.previewFrame) state.frameTimer = setTimeout(() => refreshFrame(form), 350);
  previews.set(form, state);
}

/** Whether a button's answer goes into the form's own preview frame. */
const frameOf = (form, button) => form.dataset.previewFrame && button.formTarget === form.dataset.previewFrame;

/* the preview's page is posted into a fresh frame, since a frame's first page leaves nothing in the history; the old one stays
   in sight until the new one has come */
let frames = 0;
function refreshFrame(form) {
  const old = document.getElementById(form.dataset.previewFrame);
  if (!old) return;
  old.parentElement.querySelectorAll("iframe[data-arriving]").forEach((late) => late.remove());
  const fresh = old.cloneNode();
  fresh.removeAttribute("src");
  fresh.removeAttribute("id");
  fresh.name = `${form.dataset.previewFrame}-${++frames}`;
  fresh.dataset.arriving = "";
  old.after(fresh);
  fresh.addEventListener("load", () => {
    fresh.id = old.id;
    old.remove();
    delete fresh.dataset.arriving;
  }, { once: true });
  const before = ["action", "target"].map((name) => [name, form.getAttribute(name)]);
  form.setAttribute("action", form.dataset.previewPage);
  form.setAttribute("target", fresh.name);
  HTMLFormElement.prototype.submit.call(form);
  before.forEach(([name, value]) => (value === null ? form.removeAttribute(name) : form.setAttribute(name, value)));
}

/* a word of the list goes into the text that was last written in, where the caret was */
let written;
on("focusin", (event) => {
  if (event.target.matches?.("textarea, input:not([type]), input[type=text]") && event.target.form?.matches("[data-preview]")) written = event.target;
});
on("click", (event) => {
  const insert = closest(event, "[data-insert]");
  if (!insert) return;
  const field = written?.isConnected ? written : document.querySelector("form[data-preview] textarea");
  if (!field) return;
  field.focus();
  field.setRangeText(insert.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

/* ---------------------------------------------------------------- small conveniences */

on("click", async (event) => {
  const copy = closest(event, "[data-copy]");
  if (copy) {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
    } catch {
      // no permission: select the text beside the button, so that the keyboard can copy it
      const code = copy.parentElement?.querySelector("code");
      if (code) getSelection().selectAllChildren(code);
      return;
    }
    copy.dataset.done = "";
    say(copy.dataset.copied);
    setTimeout(() => delete copy.dataset.done, 2500);
  }

  const reveal = closest(event, "[data-reveal]");
  if (reveal) {
    const field = document.getElementById(reveal.dataset.reveal);
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    reveal.setAttribute("aria-pressed", String(!shown));
    reveal.dataset.show ??= reveal.textContent;
    reveal.textContent = shown ? reveal.dataset.show : reveal.dataset.hide;
  }

  closest(event, "[data-dismiss]")?.closest(".notice, .toast")?.remove();
  closest(event, "[data-close]")?.closest("dialog")?.close();

  const theme = closest(event, "[data-theme-choice]");
  if (theme) {
    const choice = theme.dataset.themeChoice;
    if (choice) root.dataset.theme = choice;
    else delete root.dataset.theme;
    // the server reads this cookie, so the next page arrives in the right colours
    document.cookie = `theme=${choice}; path=/; max-age=${choice ? 31536000 : 0}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    document.querySelectorAll("[data-theme-choice]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.themeChoice === choice)));
  }

  // a menu closes when something else is pressed
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });

  if (event.target instanceof HTMLDialogElement) {
    const box = event.target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) event.target.close();
  }
});

/* ---------------------------------------------------------------- dialogs and the drawer */

on("click", async (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const opener = closest(event, "[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  }
  const link = closest(event, "a[data-drawer]");
  if (link) {
    event.preventDefault();
    openDrawer(link);
  }
});

let drawer;
async function openDrawer(link) {
  const answer = await load(link.href);
  const content = answer?.page.querySelector("[data-drawer-content]");
  if (!content) return answer && location.assign(answer.url);
  content.querySelectorAll("script").forEach((script) => script.remove());
  if (!drawer) {
    drawer = document.createElement("dialog");
    drawer.className = "drawer";
    drawer.setAttribute("aria-labelledby", "drawer-title");
    body.append(drawer);
  }
  const head = document.createElement("div");
  head.className = "drawer-head";
  const title = document.createElement("h2");
  title.id = "drawer-title";
  title.textContent = content.dataset.title;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet icon-only";
  close.dataset.close = "";
  close.setAttribute("aria-label", body.dataset.closeLabel);
  close.append(icon("cross"));
  head.append(title, close);
  const inner = document.createElement("div");
  inner.className = "drawer-body";
  inner.append(...document.adoptNode(content).childNodes);
  drawer.replaceChildren(head, inner);
  start(drawer);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  title.tabIndex = -1;
  title.focus();
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/assets/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/* ---------------------------------------------------------------- tables: movement by key, selection, bulk bar */

const rowsOf = (table) => [...table.tBodies].flatMap((group) => [...group.rows]).filter((row) => !row.hidden);
let lastTicked;

/** Moves the cursor of a table; the row's link takes the focus, so that Enter and assistive technology follow. */
function moveTo(table, row) {
  table.querySelector("[data-cursor]")?.removeAttribute("data-cursor");
  if (!row) return;
  row.dataset.cursor = "";
  (row.querySelector(".row-link") ?? row.querySelector("a, input, button") ?? table).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** The boxes that belong to a bulk form. */
const boxesOf = (form) => [...document.querySelectorAll(`.row-check[form="${CSS.escape(form.getAttribute("id") ?? "")}"]`)];

function tally(form) {
  const boxes = boxesOf(form);
  const ticked = boxes.filter((box) => box.checked).length;
  const number = form.querySelector("[data-bulk-count]");
  if (number) number.textContent = String(ticked);
  form.toggleAttribute("data-empty", ticked === 0);
  const all = boxes[0]?.closest("table")?.querySelector("[data-check-all]");
  if (all) {
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  }
}

/** Ticks from the last ticked row to this one. */
function range(box) {
  const boxes = [...box.closest("table").querySelectorAll("tbody .row-check")];
  const [from, to] = [boxes.indexOf(lastTicked), boxes.indexOf(box)].sort((a, b) => a - b);
  if (from >= 0) boxes.slice(from, to + 1).forEach((other) => (other.checked = box.checked));
}

on("click", (event) => {
  const box = closest(event, "tbody .row-check");
  if (!box) return;
  if (event.shiftKey && lastTicked?.isConnected) range(box);
  lastTicked = box;
  if (box.form) tally(box.form);
});

on("change", (event) => {
  if (!event.target.matches?.("[data-check-all]")) return;
  const boxes = [...event.target.closest("table").querySelectorAll("tbody .row-check")];
  boxes.forEach((box) => (box.checked = event.target.checked));
  if (boxes[0]?.form) tally(boxes[0].form);
});

on("click", (event) => {
  const clear = closest(event, "[data-bulk-clear]");
  if (!clear) return;
  boxesOf(clear.form).forEach((box) => (box.checked = false));
  tally(clear.form);
});

on("keydown", (event) => {
  if (event.defaultPrevented || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    const menu = closest(event, "details[data-menu][open]") ?? document.querySelector("details[data-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    return;
  }
  if (event.key.toLowerCase() === "k" && event.ctrlKey && openCommands()) return event.preventDefault();
  if (event.ctrlKey || typing(event.target) || document.querySelector("dialog[open]")) return;

  const search = event.key === "/" && document.querySelector("[data-search]");
  if (search) {
    event.preventDefault();
    if (!search.checkVisibility()) document.getElementById("rail")?.showPopover?.();
    search.focus();
    search.select();
    return;
  }

  const table = closest(event, "table[data-rows]") ?? document.querySelector("table[data-rows]");
  if (!table) return;
  const rows = rowsOf(table);
  const here = rows.findIndex((row) => row.contains(event.target) || row.dataset.cursor !== undefined);
  const inTable = table.contains(event.target);
  const step = { j: 1, k: -1, ArrowDown: inTable ? 1 : 0, ArrowUp: inTable ? -1 : 0 }[event.key];
  if (step) {
    event.preventDefault();
    const next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
    if (event.shiftKey && here >= 0) tick(rows[here], true), tick(next, true);
    moveTo(table, next);
  } else if (event.key === "x" && here >= 0) {
    event.preventDefault();
    tick(rows[here]);
  }
});

function tick(row, to) {
  const box = row?.querySelector(".row-check");
  if (!box || box.disabled) return;
  box.checked = to ?? !box.checked;
  lastTicked = box;
  if (box.form) tally(box.form);
}

/* ---------------------------------------------------------------- command menu */

function openCommands() {
  const menu = document.getElementById("commands");
  if (!menu) return false;
  if (!menu.open) menu.showModal();
  const input = menu.querySelector("[data-command-input]");
  input.value = "";
  narrow(menu, "");
  input.focus();
  return true;
}

const choices = (menu) => [...menu.querySelectorAll(".command-list a")].filter((link) => !link.closest("[hidden]"));

function choose(menu, step) {
  const links = choices(menu);
  const here = links.findIndex((link) => link.dataset.here !== undefined);
  links[here]?.removeAttribute("data-here");
  const next = links[(here + step + links.length) % links.length];
  if (next) {
    next.dataset.here = "";
    next.scrollIntoView({ block: "nearest" });
  }
}

let searching;
async function narrow(menu, words) {
  const folded = words.trim().toLocaleLowerCase(root.lang);
  menu.querySelectorAll("[data-command-pages] li").forEach((item) => {
    item.hidden = !item.textContent.toLocaleLowerCase(root.lang).includes(folded);
  });
  menu.querySelectorAll("[data-here]").forEach((link) => link.removeAttribute("data-here"));
  choose(menu, 1);
  clearTimeout(searching?.timer);
  searching?.request.abort();
  const results = menu.querySelector("[data-command-results]");
  if (folded.length < 2 || !menu.dataset.commands) return results.replaceChildren();
  const request = new AbortController();
  searching = {
    request,
    timer: setTimeout(async () => {
      const url = new URL(menu.dataset.commands, location.href);
      url.searchParams.set("q", words);
      const found = (await load(url, { signal: request.signal }))?.page.getElementById("results");
      if (!found || request.signal.aborted) return;
      results.replaceChildren(...document.adoptNode(found).childNodes);
      if (!menu.querySelector("[data-here]")) choose(menu, 1);
    }, 180),
  };
}

on("input", (event) => {
  if (event.target.matches?.("[data-command-input]")) narrow(event.target.closest("dialog"), event.target.value);
});

on("keydown", (event) => {
  if (!event.target.matches?.("[data-command-input]")) return;
  const menu = event.target.closest("dialog");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    choose(menu, step);
  } else if (event.key === "Enter") {
    event.preventDefault();
    menu.querySelector("[data-here]")?.click();
  }
});

on("click", (event) => {
  if (closest(event, "[data-open-commands]")) openCommands();
});

start(document);
document.querySelector("[data-focus]")?.focus();
