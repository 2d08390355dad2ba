/* Put into each page by `teiencode serve`, and by nothing else: reloads the page when it has been made anew, and shows what went
   wrong when it could not be. */
"use strict";

(() => {
  const script = document.currentScript;
  let build = Number(script.dataset.build);
  const here = decodeURIComponent(location.pathname).replace(/^\//, "").replace(/(^|\/)$/, "$1index.html");
  const shared = /^[^/]+\.(css|js|svg|png|jpe?g|webp|avif)$/;
  const image = /\.(png|jpe?g|webp|avif|gif)$/i;
  const folder = here.slice(0, here.lastIndexOf("/") + 1);
  const isShown = (name) => name === here || shared.test(name) || (folder !== "" && image.test(name) && name.startsWith(folder));
  let panel = null;

  const show = (trouble) => {
    if (!trouble) { if (panel) panel.remove(); panel = null; return; }
    if (!panel) {
      panel = document.createElement("section");
      panel.id = "teiencode-trouble";
      panel.setAttribute("role", "alert");
      panel.tabIndex = 0;
      panel.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;z-index:9;background:#2b0f0c;color:#fff;padding:0.8rem 1rem;font:0.85rem/1.45 monospace;white-space:pre-wrap;overflow-wrap:anywhere";
      document.body.append(panel);
    }
    panel.textContent = `The last build had errors; this page is as it was before.\n\n${trouble}`;
  };

  const source = new EventSource("/-/events");
  source.onmessage = (event) => {
    const told = JSON.parse(event.data);
    const missed = told.build > build + 1;
    const concerns = told.build > build && (missed || script.dataset.missing || told.written.some(isShown));
    build = told.build;
    if (concerns) location.reload(); else show(told.trouble);
  };
  window.addEventListener("pagehide", () => source.close());
})();
