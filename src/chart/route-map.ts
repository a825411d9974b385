import { FigureError } from "../errors.js";
import { baseMap, countryNames, mapBounds, mapSource } from "./base-map.js";
import type { Chart, ChartText, Drawing, PlotlyLayout, PlotlyTrace } from "./chart.js";
import { charted } from "./displayed.js";
import { axisTitle, frame, words } from "./frame.js";
import { type KeyEntry, key } from "./key.js";
import { labelSides } from "./label-places.js";
import { plainHover, tidy } from "./plain-text.js";
import { type ColourName, designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";

/** A place by its WGS84 coordinates in degrees, east and north. */
export interface Place {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** `land` where it was not said whether by rail or by road. */
export type RouteMode = "rail" | "road" | "land" | "sea";

/** A route through named places; a stop without a name only bends the line, around a cape, say. */
export interface Route {
  readonly name: string;
  readonly mode: RouteMode;
  readonly stops: readonly (string | { readonly longitude: number; readonly latitude: number })[];
}

/** Modes are told apart by dash as well as by colour. */
const modes: Readonly<Record<RouteMode, { colour: ColourName; dash: string; sign: string }>> = {
  rail: { colour: "orange", dash: "solid", sign: "—" },
  road: { colour: "plum", dash: "dot", sign: "···" },
  land: { colour: "plum", dash: "dot", sign: "···" },
  sea: { colour: "blue", dash: "dash", sign: "– –" },
};

interface Spot {
  readonly longitude: number;
  readonly latitude: number;
}

function checked({ longitude, latitude }: Spot, name: string): void {
  const { west, east, south, north } = mapBounds;
  if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) return;
  const where = `longitude ${longitude}, latitude ${latitude}`;
  const map = `longitudes ${west} to ${east} and latitudes ${south} to ${north}`;
  throw new FigureError(
    "bad-option",
    `"${tidy(name)}" is off the map at ${where}; the base map holds ${map}`,
  );
}

/**
 * Places and routes of north-east Asia on an offline base map. The map is an ordinary cartesian figure, so that it is
 * drawn without a browser and without a tile server; degrees of longitude are shortened as they are at its middle.
 * @param routes lines from stop to stop; not the exact course of a track or a ship
 * @throws FigureError "bad-option" where a stop isn't a given place or lies off the map
 * @example routeMapChart(places, [{ name: "Sea route", mode: "sea", stops: ["Vladivostok", "Zhoushan"] }], { title, source })
 */
export function routeMapChart(places: readonly Place[], routes: readonly Route[], options: ChartText): Chart {
  if (places.length === 0) throw new FigureError("bad-option", "a map needs at least one place");
  for (const place of places) checked(place, place.name);
  const byName = new Map(places.map((place) => [place.name, place]));
  const lines = routes.map((route) => ({
    ...route,
    spots: route.stops.map((stop): Spot => {
      if (typeof stop !== "string") {
        checked(stop, route.name);
        return stop;
      }
      const place = byName.get(stop);
      if (place) return place;
      const known = places.map(({ name }) => tidy(name)).join(", ");
      throw new FigureError(
        "bad-option",
        `the route "${tidy(route.name)}" stops at "${tidy(stop)}", which is not among: ${known}`,
      );
    }),
    named: route.stops.filter((stop) => typeof stop === "string").map((stop) => tidy(stop as string)),
  }));
  const text: ChartText = { ...options, notes: [...(options.notes ?? []), mapSource] };
  return charted(
    "route-map",
    text,
    {
      alt:
        `A map of ${places.map(({ name }) => tidy(name)).join(", ")}. ` +
        lines.map(({ name, mode, named }) => `${tidy(name)}, by ${mode}: ${named.join(" to ")}.`).join(" "),
      table: {
        columns: ["Place", "Longitude, degrees east", "Latitude, degrees north", "Routes"],
        rows: places.map(({ name, longitude, latitude }) => [
          tidy(name),
          String(longitude),
          String(latitude),
          lines
            .filter((route) => route.stops.includes(name))
            .map((route) => tidy(route.name))
            .join("; "),
        ]),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const left = 46;
    const plotWidth = designWidth[layout] - left - 16;
    const plotHeight = layout === "wide" ? 500 : 400;
    const spots: readonly Spot[] = [...places, ...lines.flatMap((route) => route.spots)];
    const view = viewOf([...spots, ...labelEnds(places, plotWidth)], plotWidth / plotHeight);
    const pixel = ({ longitude, latitude }: Spot) => ({
      x: ((longitude - view.west) / (view.east - view.west)) * plotWidth,
      y: ((view.north - latitude) / (view.north - view.south)) * plotHeight,
    });
    const points = places.map((place) => ({ ...pixel(place), text: tidy(place.name) }));
    const along = lines.flatMap(({ spots: stops }) =>
      stops.slice(1).flatMap((to, at) => between(pixel(stops[at]!), pixel(to))),
    );
    const sides = labelSides(points, { width: plotWidth, height: plotHeight }, along);
    const { land, borders } = baseMap();
    const legend = key(
      lines.map(
        ({ name, mode }): KeyEntry => ({
          sign: modes[mode].sign,
          colour: light[modes[mode].colour],
          text: `${tidy(name)} (${mode})`,
        }),
      ),
      layout,
      left,
    );
    const silent = { type: "scatter", mode: "lines", hoverinfo: "skip" } as const;
    const data: PlotlyTrace[] = [
      {
        ...silent,
        x: land.longitude,
        y: land.latitude,
        fill: "toself",
        fillcolor: light.land,
        line: { color: light.shore, width: 0.8 },
      },
      {
        ...silent,
        x: borders.longitude,
        y: borders.latitude,
        line: { color: light.shore, width: 0.8, dash: "dot" },
      },
      ...lines.map(({ name, mode, spots: stops, named }) => ({
        type: "scatter",
        mode: "lines",
        name: tidy(name),
        x: stops.map(({ longitude }) => longitude),
        y: stops.map(({ latitude }) => latitude),
        line: { color: light[modes[mode].colour], width: 2.5, dash: modes[mode].dash },
        hovertemplate: `${plainHover(`${tidy(name)}, by ${mode}: ${named.join(" to ")}`)}<extra></extra>`,
      })),
      {
        type: "scatter",
        mode: "markers",
        name: "Places",
        x: places.map(({ longitude }) => longitude),
        y: places.map(({ latitude }) => latitude),
        marker: { symbol: "circle", size: 9, color: light.ink, line: { width: 1.5, color: light.paper } },
        hovertext: places.map((place) => plainHover(place.name)),
        hovertemplate: "%{hovertext}<extra></extra>",
      },
    ];
    const labels: PlotlyLayout[] = places.map((place, index) => {
      const side = sides[index]!;
      return words(place.name, {
        x: place.longitude,
        y: place.latitude,
        xanchor: side === "right" ? "left" : side === "left" ? "right" : "center",
        yanchor: side === "above" ? "bottom" : side === "below" ? "top" : "middle",
        xshift: side === "right" ? 9 : side === "left" ? -9 : 0,
        yshift: side === "above" ? 7 : side === "below" ? -7 : 0,
        font: { size: size.label, color: light.ink, weight: 600 },
      });
    });
    const countries = countryNames
      .filter((country) => fits(country.name, pixel(country).x, plotWidth))
      .map(({ name, longitude, latitude }) =>
        words(name, {
          x: longitude,
          y: latitude,
          xanchor: "center",
          yanchor: "middle",
          font: { size: size.small, color: light.muted },
        }),
      );
    const ticks = { dtick: 5, ticksuffix: "°", ticks: "outside", ticklen: 4, showgrid: false };
    return {
      data,
      layout: frame(text, {
        layout,
        plotHeight,
        left,
        above: lines.length > 0 ? legend.tall + 4 : 14,
        xaxis: {
          ...ticks,
          title: axisTitle("Longitude, degrees east"),
          range: [view.west, view.east],
          constrain: "range",
        },
        yaxis: {
          ...ticks,
          title: axisTitle("Latitude, degrees north", 6),
          range: [view.south, view.north],
          scaleanchor: "x",
          scaleratio: 1 / view.shorter,
          constrain: "range",
        },
        annotations: [...(lines.length > 0 ? legend.annotations : []), ...countries, ...labels],
      }),
    };
  }
}

interface View {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** The length of a degree of longitude against one of latitude, at the middle of the map. */
  readonly shorter: number;
}

/**
 * How far labels reach, so that the view keeps room for them: eastern places have theirs at the right, western ones at
 * the right or centred above or below.
 */
function labelEnds(places: readonly Place[], plotWidth: number): Spot[] {
  const longitudes = places.map(({ longitude }) => longitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const perPixel = ((east - west || 1) * 1.5) / plotWidth;
  return places.map(({ name, longitude, latitude }) => {
    const room = textWidth(tidy(name), size.label, 600) + 8;
    const reach = longitude > (west + east) / 2 ? room : -room / 2;
    return { longitude: longitude + reach * perPixel, latitude };
  });
}

/** Whether a country's name fits into the view, or lies wholly beside it, where a wider picture may show it whole. */
function fits(name: string, x: number, plotWidth: number): boolean {
  const half = textWidth(name, size.small) / 2;
  return (x - half >= 0 && x + half <= plotWidth) || x < -half || x > plotWidth + half;
}

/** A view that holds all spots with some room, in the shape of the plot. */
function viewOf(spots: readonly Spot[], shape: number): View {
  const longitudes = spots.map(({ longitude }) => longitude);
  const latitudes = spots.map(({ latitude }) => latitude);
  const x = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const y = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shorter = Math.cos((y * Math.PI) / 180);
  const tallest = Math.max(...latitudes) - Math.min(...latitudes);
  const widest = Math.max(...longitudes) - Math.min(...longitudes);
  const high = Math.max(tallest * 1.18, (widest * shorter * 1.12) / shape, 3);
  const wide = (high * shape) / shorter;
  return { west: x - wide / 2, east: x + wide / 2, south: y - high / 2, north: y + high / 2, shorter };
}

/** Points along a line, 8 pixels apart. */
function between(from: { x: number; y: number }, to: { x: number; y: number }): { x: number; y: number }[] {
  const count = Math.min(400, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
  return Array.from({ length: count }, (_, at) => ({
    x: from.x + ((to.x - from.x) * at) / count,
    y: from.y + ((to.y - from.y) * at) / count,
  }));
}
