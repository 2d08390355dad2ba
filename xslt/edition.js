/* What the pages do with JavaScript; without it they are whole all the same.

   A note opens where it is called (by mouse, touch or keyboard; Escape and a touch elsewhere close it). The way to another
   view keeps the place. The citation names the page whose number was followed. */
"use strict";

(() => {
  /* The words of the page's language. */
  const said = document.body.dataset;
  const place = (box, call) => {
    const at = call.getBoundingClientRect();
    const width = box.offsetWidth;
    const left = Math.max(12, Math.min(at.left - 24, document.documentElement.clientWidth - width - 12));
    const below = at.bottom + 8;
    const fits = below + box.offsetHeight < window.innerHeight - 12;
    box.style.left = `${left}px`;
    box.style.top = `${fits ? below : Math.max(12, at.top - box.offsetHeight - 8)}px`;
  };

  const openable = "popover" in HTMLElement.prototype;
  let box = null;
  let called = null;
  const makeBox = () => {
    box = document.createElement("div");
    box.id = "page-note";
    box.className = "note-box";
    box.setAttribute("popover", "auto");
    box.setAttribute("role", "dialog");
    box.tabIndex = -1;
    document.body.append(box);
    box.addEventListener("toggle", (event) => {
      const open = event.newState === "open";
      if (called) called.setAttribute("aria-expanded", String(open));
      if (!open && called && (box.contains(document.activeElement) || document.activeElement === document.body)) called.focus();
    });
  };

  const openNote = (call) => {
    const listed = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    const text = listed && listed.querySelector(".note-text");
    if (!text) return false;
    if (!box) makeBox();
    if (box.matches(":popover-open")) box.hidePopover();
    const copy = text.cloneNode(true);
    [copy, ...copy.querySelectorAll("[id]")].forEach((element) => element.removeAttribute("id"));
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = said.close || "Close";
    close.addEventListener("click", () => { box.hidePopover(); called.focus(); });
    box.setAttribute("aria-label", call.getAttribute("aria-label") || said.note || "Note");
    box.replaceChildren(copy, close);
    // At once: the event comes later, and not at all for a call whose note another's takes the place of.
    if (called) called.setAttribute("aria-expanded", "false");
    called = call;
    box.showPopover();
    call.setAttribute("aria-expanded", "true");
    place(box, call);
    box.focus();
    return true;
  };

  if (openable) {
    document.querySelectorAll("a.call").forEach((call) => {
      call.setAttribute("aria-haspopup", "dialog");
      call.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        if (openNote(call)) event.preventDefault();
      });
    });
  }

  document.querySelectorAll(".forms a[data-view]").forEach((link) => {
    const bare = link.getAttribute("href");
    link.addEventListener("click", () => {
      const top = [...document.querySelectorAll("article [id]")].find((element) => element.getBoundingClientRect().bottom > 60);
      if (top && window.scrollY > 200) link.setAttribute("href", `${bare}#${encodeURIComponent(top.id)}`);
    });
  });

  const pages = [...document.querySelectorAll(".cite .pages")];
  const whole = pages.map((element) => element.textContent);
  const pinpoint = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const page = target && target.matches(".tei-pb") ? target.dataset.page : "";
    pages.forEach((element, number) => { element.textContent = page || whole[number]; });
  };
  window.addEventListener("hashchange", pinpoint);
  pinpoint();
})();
