/** Beside the font: how the buttons look, and that paper gets the static picture, which takes its width. */
export const pageStyle =
  ".trade-figure-files{margin:.5em 0;font-size:.875em}" +
  ".trade-figure-files button{font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;" +
  "margin-left:.5em;padding:.25em .75em;cursor:pointer}" +
  ".trade-figure-said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}" +
  "@media print{.trade-figure-files,[data-trade-figure]>.js-plotly-plot{display:none!important}" +
  "[data-trade-figure]>picture[hidden]{display:block!important}}";

/**
 * What runs in a reader's page. It unpacks plotly at the first chart, draws each chart over its static picture, and
 * draws again when the width or the theme changes; its buttons save the figures and the picture. The arrow keys go through
 * the points of a chart that has the focus, from series to series, and say what the pointer says; with sound, as tones. Kept as text, so that both builds embed the same bytes.
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
    const text = await unpack(packed);
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
  const unpack = async (code) => {
    const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  const wordsOf = (text) =>
    new DOMParser().parseFromString(String(text).replace(/<br>/g, " "), "text/html").body.textContent;
  const seriesOf = (data) => data.flatMap((trace, curve) => {
    if (trace.hoverinfo === "skip" || !Array.isArray(trace.hovertext)) return [];
    const values = (trace.orientation === "h" ? trace.x : trace.y) ?? [];
    const points = trace.hovertext.flatMap((text, point) =>
      text && typeof values[point] === "number" ? [{ curve, point, text: wordsOf(text), value: values[point] }] : []);
    return points.length > 0 ? [{ name: trace.name ?? "", points }] : [];
  });
  const walk = (plot, said, Plotly) => {
    let [at, row, begun] = [0, 0, false];
    const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
    plot.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || plot.dataset.heard) return;
      const series = seriesOf(plot.data);
      if (series.length === 0) return;
      const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
      if (event.key === "Escape") {
        Plotly.Fx.unhover(plot);
        said.textContent = "";
        begun = false;
        return;
      }
      if (!step && event.key !== "Home" && event.key !== "End") return;
      event.preventDefault();
      if (step && begun) [at, row] = [at + step[0], row + step[1]];
      row = within(row, series.length);
      const { name, points } = series[row];
      at = event.key === "Home" ? 0 : event.key === "End" ? points.length - 1 : within(at, points.length);
      begun = true;
      const { curve, point, text } = points[at];
      Plotly.Fx.hover(plot, [{ curveNumber: curve, pointNumber: point }]);
      said.textContent = text + ". " + (at + 1) + " of " + points.length + (series.length > 1 && name ? ", " + name : "") + ".";
    });
    plot.addEventListener("blur", () => Plotly.Fx.unhover(plot));
  };
  let player;
  const listen = async (figure, plot, said, Plotly, button) => {
    player ??= unpack(window.__tradeFigures.sound).then((text) => {
      const script = document.createElement("script");
      script.textContent = "(function(){" + text + "\nwindow.__tradeFigures.play=c2mChart})()";
      document.head.append(script);
      script.remove();
    });
    await player;
    const series = seriesOf(plot.data);
    const unique = (name, at) => (series.findIndex((one) => one.name === name) === at ? name : name + " " + (at + 1));
    const data = Object.fromEntries(series.map(({ name, points }, at) => [
      unique(name || "Figures", at), points.map(({ text, value, curve, point }, x) => ({ x, y: value, label: text, custom: { curve, point } })),
    ]));
    const kind = plot.data.some((trace) => trace.type === "bar") ? "bar" : "line";
    const { err } = window.__tradeFigures.play({
      type: series.map(() => kind), data: series.length === 1 ? Object.values(data)[0] : data,
      element: plot, cc: said, title: figure.title || figure.alt, lang: "en",
      axes: { x: { label: "point", format: (x) => String(x + 1) }, y: { label: "figure" } },
      options: {
        onFocusCallback: ({ point }) => {
          const { curve, point: number } = point.custom;
          Plotly.Fx.hover(plot, [{ curveNumber: curve, pointNumber: number }]);
        },
      },
      ...(series.length === 1 ? { type: kind } : {}),
    });
    if (err) throw new Error(err);
    plot.dataset.heard = "yes";
    button.disabled = true;
    plot.focus();
  };
  const offerSound = (figure, box, plot, said, Plotly) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Listen";
    button.setAttribute("aria-label", "Listen to the chart: " + (figure.title || figure.alt));
    button.addEventListener("click", () => listen(figure, plot, said, Plotly, button).catch((error) => console.warn("the chart stays silent:", error)));
    const line = document.createElement("p");
    line.className = "trade-figure-files";
    line.append("With the arrow keys, as tones:", button);
    box.after(line);
  };
  const draw = async (figure, box) => {
    const Plotly = await load();
    const plot = document.createElement("div");
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-roledescription", "chart");
    plot.setAttribute("aria-label", figure.alt);
    plot.setAttribute("aria-description", "The arrow keys go through its points.");
    plot.tabIndex = 0;
    const said = document.createElement("p");
    said.className = "trade-figure-said";
    said.setAttribute("role", "status");
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
    box.append(plot, said);
    try {
      await render();
      picture.hidden = true;
    } catch (error) {
      plot.remove();
      said.remove();
      throw error;
    }
    walk(plot, said, Plotly);
    if (figure.sound && window.__tradeFigures.sound) offerSound(figure, box, plot, said, Plotly);
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
