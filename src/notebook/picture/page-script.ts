/** Beside the font: how the buttons look, and that paper gets the static picture, which takes its width. */
export const pageStyle =
  ".trade-figure-files{margin:.5em 0;font-size:.875em}" +
  ".trade-figure-files button{font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;" +
  "margin-left:.5em;padding:.25em .75em;cursor:pointer}" +
  "@media print{.trade-figure-files,[data-trade-figure]>.js-plotly-plot{display:none!important}" +
  "[data-trade-figure]>picture[hidden]{display:block!important}}";

/**
 * What runs in a reader's page. It unpacks plotly at the first chart, draws each chart over its static picture, and
 * draws again when the width or the theme changes; its buttons save the figures and the picture. Kept as text, so that both builds embed the same bytes.
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
  const keep = (name, kind, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: kind }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  // The static picture has a colour scheme of its own; a saved one gets plain light colours, which every program reads.
  const plainSvg = (box) => {
    const code = box.querySelector("img").getAttribute("src").split(",")[1];
    const svg = new TextDecoder().decode(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0)));
    const colours = Object.fromEntries([...svg.split("@media")[0].matchAll(/--(\w+):(#\w+)/g)].map(([, key, value]) => [key, value]));
    return svg.replace(/<style>svg\{.*?<\/style>/, "").replace(/var\(--(\w+)\)/g, (all, key) => colours[key] ?? all);
  };
  const savePng = async (box, name) => {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(plainSvg(box));
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => keep(name + ".png", "image/png", blob), "image/png");
  };
  const offer = (box, { name, title, csv, json }) => {
    const line = document.createElement("p");
    line.className = "trade-figure-files";
    line.append("Save as");
    const ways = {
      CSV: csv && (() => keep(name + ".csv", "text/csv", csv)),
      JSON: json && (() => keep(name + ".json", "application/json", json)),
      SVG: () => keep(name + ".svg", "image/svg+xml", plainSvg(box)),
      PNG: () => savePng(box, name),
    };
    for (const [kind, way] of Object.entries(ways)) {
      if (!way) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = kind;
      button.setAttribute("aria-label", kind + ": " + (title ?? "the chart"));
      button.addEventListener("click", way);
      line.append(button);
    }
    box.parentElement.append(line);
  };
  const all = "[data-trade-figure]";
  window.__tradeFigures = {
    show(figure) {
      for (const box of document.querySelectorAll(all)) {
        if (box.dataset.tradeFigure !== figure.id || box.dataset.drawn) continue;
        box.dataset.drawn = "yes";
        if (figure.files) offer(box, figure.files);
        draw(figure, box).catch((error) => console.warn("the chart stays a picture:", error));
      }
    },
  };
}`;
