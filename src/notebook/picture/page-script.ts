/**
 * What runs in a reader's page. It unpacks plotly at the first chart, draws each chart over its static picture, and
 * draws again when the width or the theme changes. Kept as text, so that both builds embed the same bytes.
 * Where any step fails the static picture stays.
 */
export const pageScript = String.raw`(packed, faces, dark) => {
  if (window.__tradeFigures) return;
  const colour = /(^|_)(\w*color)$/;
  const exchange = (value, is) =>
    typeof value === "string" ? (is && dark[value]) || value
    : Array.isArray(value) ? value.map((item) => exchange(item, is))
    : value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, exchange(item, colour.test(key))]))
      : value;
  const query = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const { body } = document;
    if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === "false";
    if (body.className.includes("vscode-")) return !body.className.includes("vscode-light");
    return query.matches;
  };
  let plotly;
  const load = () => (plotly ??= (async () => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const before = window.Plotly;
    const script = document.createElement("script");
    script.textContent = "(function(define,module,exports){" + text + "\n}).call(window)";
    document.head.append(script);
    script.remove();
    const loaded = window.Plotly;
    if (before) window.Plotly = before;
    const style = document.createElement("style");
    style.textContent = faces;
    document.head.append(style);
    await Promise.all([400, 600].map((weight) => document.fonts.load(weight + " 12px Inter")));
    return loaded;
  })());
  const draw = async (figure, box) => {
    const Plotly = await load();
    const plot = document.createElement("div");
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", figure.alt);
    plot.style.width = "100%";
    const picture = box.firstElementChild;
    let shown = "";
    const render = async () => {
      const width = Math.floor(box.clientWidth);
      if (width === 0) return;
      const state = (isDark() ? "dark" : "light") + width;
      if (state === shown) return;
      shown = state;
      const part = width < 700 && figure.narrow ? figure.narrow : figure.wide;
      const copy = structuredClone(part);
      const { data, layout } = isDark() ? exchange(copy, false) : copy;
      await Plotly.react(plot, data, { ...layout, width, autosize: false }, { displayModeBar: false, typesetMath: false });
    };
    box.append(plot);
    try {
      await render();
      picture.hidden = true;
    } catch (error) {
      plot.remove();
      throw error;
    }
    new ResizeObserver(render).observe(box);
    query.addEventListener("change", render);
  };
  const all = "[data-trade-figure]";
  window.__tradeFigures = {
    show(figure) {
      for (const box of document.querySelectorAll(all)) {
        if (box.dataset.tradeFigure !== figure.id || box.dataset.drawn) continue;
        box.dataset.drawn = "yes";
        draw(figure, box).catch((error) => console.warn("the chart stays a picture:", error));
      }
    },
  };
}`;
