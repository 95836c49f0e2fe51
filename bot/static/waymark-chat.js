/**
 * The conversation, as one element for any page. Attributes: server, audience, area, title, lang, exit-href, panel.
 * It stores nothing: leaving the page ends the conversation.
 */
import { Api } from "./api.js";
import { Answers, Summary, Trouble, buildFrame } from "./controls.js";
import { element } from "./element.js";
import { leave, onThreeShifts } from "./exit.js";
import { Transcript } from "./transcript.js";
import { WORDS } from "./words.js";

const TYPING_AFTER_MS = 300;

export class WaymarkChat extends HTMLElement {
  #transcript = new Transcript();
  #answers = new Answers((answer, words) => this.#send(answer, words));
  #trouble = new Trouble();
  #summary = new Summary(this.#transcript);
  #parts;
  #api;
  #audience;
  #busy = false;
  #typingTimer;
  #size = 0;
  #stop;

  connectedCallback() {
    this.#parts ??= this.#build();
    this.#resize(0);
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    window.addEventListener("pagehide", () => this.#wipe(), { signal });
    window.addEventListener("pageshow", (event) => event.persisted && this.#open(), { signal });
    window.addEventListener("beforeprint", this.#summary.unfold, { signal });
    onThreeShifts(this.#exit, signal);
    // The exit stays in sight when the heading does not.
    const { bar, exit } = this.#parts;
    const watch = new IntersectionObserver((seen) => exit.classList.toggle("floating", !seen.at(-1).isIntersecting));
    watch.observe(bar);
    signal.addEventListener("abort", () => watch.disconnect());
    this.#open();
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#wipe();
  }

  #build() {
    const title = this.getAttribute("title") || WORDS.title;
    this.removeAttribute("title"); // or it shows as a tooltip over every message
    const parts = buildFrame({
      title,
      lang: this.lang || "en-GB",
      panel: this.hasAttribute("panel"),
      act: {
        exit: this.#exit,
        resize: () => this.#resize(1),
        open: () => this.#toggle(true),
        close: () => this.#toggle(false),
        submit: () => this.#submit(),
      },
      log: this.#transcript.log,
      below: [this.#answers.box, this.#trouble.box, this.#summary.box],
    });
    const show = () => (parts.root.hidden = false);
    const href = new URL("waymark-chat.css", import.meta.url);
    const style = element("link", { rel: "stylesheet", crossorigin: "", href, load: show, error: show });
    this.attachShadow({ mode: "open" }).append(style, parts.root);
    return parts;
  }

  #toggle(wanted) {
    const { chat, launcher, box } = this.#parts;
    chat.hidden = !wanted;
    launcher.hidden = wanted;
    (wanted ? box : launcher).focus();
    this.#open();
  }

  #open() {
    if (!this.#api && !this.#parts.chat.hidden) this.#begin();
  }

  #resize(steps) {
    const { chat, size } = this.#parts;
    this.#size = (this.#size + steps) % WORDS.sizes.length;
    chat.dataset.size = this.#size;
    size.setAttribute("aria-label", `${WORDS.size}: ${WORDS.sizes[this.#size]}`);
  }

  #exit = () => {
    this.#wipe();
    leave(this.getAttribute("exit-href"));
  };

  /** Ends the conversation, there and here. */
  #wipe() {
    this.#api?.end();
    this.#api = null;
    this.#transcript.wipe();
    this.#answers.offer([]);
    this.#trouble.clear();
    this.#summary.update();
    this.#setBusy(false);
    this.#parts.box.value = "";
  }

  #begin() {
    const { box } = this.#parts;
    const typed = box.value;
    this.#wipe();
    box.value = typed;
    this.#audience = this.getAttribute("audience") ?? undefined;
    const opening = { audience: this.#audience, area: this.getAttribute("area") ?? undefined };
    this.#api = new Api(this.getAttribute("server") || new URL("/", import.meta.url));
    this.#turn((api) => api.start(opening), () => this.#begin());
  }

  #submit() {
    const text = this.#parts.box.value.trim();
    if (text) this.#send({ text }, text);
    else this.#parts.box.focus();
  }

  async #send(answer, words) {
    if (this.#busy) return;
    if (!this.#api?.started) return this.#begin();
    const { box } = this.#parts;
    if (this.#answers.box.dataset.asks === "audience") this.#audience = answer.choice ?? "parent";
    const entry = this.#transcript.addOwn(words);
    if (answer.text) box.value = "";
    const again = () => (answer.text ? this.#submit() : this.#send(answer, words));
    if (await this.#turn((api) => api.send(answer), again, entry)) return;
    this.#transcript.takeBack(entry);
    if (answer.text) box.value ||= answer.text;
  }

  /** Asks one thing and shows what comes. False when it failed. */
  async #turn(ask, again, entry) {
    const api = this.#api;
    this.#trouble.clear();
    this.#setBusy(true);
    this.#reveal(entry);
    let fault;
    const messages = await ask(api).catch((problem) => (fault = problem).messages);
    if (api !== this.#api) {
      api.end(); // wiped meanwhile
      return true;
    }
    this.#setBusy(false);
    for (const message of messages) this.#transcript.addMessage(message, this.#audience !== "parent");
    this.#summary.update();
    if (!fault) {
      this.#answers.offer(messages);
      this.#reveal(entry);
      return true;
    }
    this.#trouble.show(fault, fault.status === 404 ? () => this.#begin() : again, entry);
    this.#trouble.box.scrollIntoView({ block: "nearest" });
    return false;
  }

  #setBusy(busy) {
    const { chat, send, typing } = this.#parts;
    this.#busy = busy;
    chat.toggleAttribute("data-busy", busy);
    send.setAttribute("aria-disabled", busy);
    clearTimeout(this.#typingTimer);
    typing.textContent = "";
    if (busy) this.#typingTimer = setTimeout(() => (typing.textContent = WORDS.wait), TYPING_AFTER_MS);
  }

  /** Scrolls the person's own last words to the top when what follows does not fit. */
  #reveal(entry) {
    if (!entry) return;
    const { scroll, composer } = this.#parts;
    const floor = Math.min(composer.getBoundingClientRect().top, window.innerHeight) + 1;
    const { bottom } = scroll.getBoundingClientRect();
    if (scroll.scrollHeight > scroll.clientHeight + 1) scroll.scrollTo(0, entry.offsetTop - 12);
    else if (bottom > floor || entry.getBoundingClientRect().top < 0) entry.scrollIntoView();
  }
}

customElements.define("waymark-chat", WaymarkChat);
