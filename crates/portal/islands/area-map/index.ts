// <area-map>: the map of the page to move and to look closer at. The table of the page selects; map and table say the same.
//
// It looks for, inside itself:
//   [data-said]          a live region
//   [data-keys]          the explanation of keys, hidden where there is no map to move
//   [data-flows]         what the colours of flows mean, hidden until a unit is selected
//   figure svg.map       the drawing of the server; it stays where the browser cannot draw
//   tr[data-unit] [data-select]   the buttons of the table

import { Map, NavigationControl, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { lines, type Line } from './arcs';
import { colours, frame } from './classes';
import type { FlowsAnswer, IslandWords, UnitProperties } from './contract';
import { hatch } from './hatch';
import { fitting, middle, type Named } from './names';
import { filled } from './words';

interface Feature {
  type: 'Feature';
  id: string;
  properties: UnitProperties;
  geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] };
}
interface Collection {
  type: 'FeatureCollection';
  features: Feature[];
}

const CLASSES = 7;

setWorkerUrl(new URL(workerUrl, import.meta.url).href);

class AreaMap extends HTMLElement {
  private map: Map | undefined;
  private units: readonly Feature[] = [];
  private places: readonly { name: string; at: [number, number] }[] = [];
  private names: HTMLElement | undefined;
  private hover: HTMLElement | undefined;
  private selected = '';
  private words: IslandWords | undefined;

  connectedCallback(): void {
    this.words = JSON.parse(this.dataset['words'] ?? '{}') as IslandWords;
    this.selected = this.dataset['selected'] ?? '';
    void this.begin();
  }

  disconnectedCallback(): void {
    this.map?.remove();
  }

  private async begin(): Promise<void> {
    const drawing = this.querySelector<SVGElement>('figure svg.map');
    if (!drawing) return;
    const units = await fetched<Collection>(this.dataset['units'] ?? '');
    const corners = units.features.flatMap((unit) => unit.geometry.coordinates.flat(2));
    const bounds = frame(corners);
    if (!bounds) return;
    this.units = units.features;
    const place = document.createElement('div');
    place.className = 'area-map';
    drawing.before(place);
    try {
      this.map = new Map({
        container: place,
        style: style(units, this),
        bounds,
        fitBoundsOptions: { padding: 16 },
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        fadeDuration: 0,
        locale: {
          'Map.Title': this.words?.map ?? '',
          'NavigationControl.ZoomIn': this.words?.zoom_in ?? '',
          'NavigationControl.ZoomOut': this.words?.zoom_out ?? '',
        },
      });
    } catch {
      // The browser cannot draw it; the drawing of the server stays.
      place.remove();
      return;
    }
    this.map.addControl(new NavigationControl({ showCompass: false }));
    await this.map.once('load');
    this.fillMissing(this.map);
    drawing.setAttribute('hidden', '');
    drawing.classList.add('replaced');
    this.writeOver(place);
    this.listen();
    if (this.selected) await this.select(this.selected, false);
  }

  /** What has no value is hatched, as on the drawing. */
  private fillMissing(map: Map): void {
    const patterns = document.querySelector('.map-patterns');
    const colour = (name: string) => (patterns ? getComputedStyle(patterns).getPropertyValue(name).trim() : '');
    map.addImage('hatch', hatch(colour('--hatch-ground'), colour('--hatch')));
    map.addLayer(
      { id: 'missing', type: 'fill', source: 'units', filter: ['==', ['get', 'class'], 0], paint: { 'fill-pattern': 'hatch' } },
      'borders',
    );
  }

  /** Names, and what the pointer rests on; for the eye only, the table has both for everybody. */
  private writeOver(place: HTMLElement): void {
    const over = (name: string) => {
      const element = document.createElement('div');
      element.className = name;
      element.setAttribute('aria-hidden', 'true');
      place.append(element);
      return element;
    };
    this.names = over('area-map-names');
    this.hover = over('area-map-hover');
    this.hover.hidden = true;
    const sized = this.units.map((unit) => ({ name: unit.properties.name, ...middle(unit.geometry.coordinates) }));
    const named = new Set<string>();
    // A town and the municipality around it often share a name: one is enough.
    this.places = sized.sort((one, two) => two.area - one.area).filter(({ name }) => !named.has(name) && named.add(name));
    this.writeNames();
    this.map?.on('move', () => this.writeNames());
    this.map?.on('resize', () => this.writeNames());
  }

  private writeNames(): void {
    const { map, names } = this;
    if (!map || !names) return;
    const projected = this.places.map(({ name, at }): Named => ({ name, ...pick(map.project(at)) }));
    const canvas = map.getCanvas();
    const shown = fitting(projected, canvas.clientWidth, canvas.clientHeight).map(({ name, x, y }) => {
      const element = document.createElement('span');
      element.textContent = name;
      element.style.translate = `${x}px ${y}px`;
      return element;
    });
    names.replaceChildren(...shown);
  }

  private listen(): void {
    const map = this.map;
    if (!map) return;
    map.on('click', 'units', (event) => {
      const code = event.features?.[0]?.properties['code'];
      if (typeof code === 'string') void this.select(code === this.selected ? '' : code, true);
    });
    map.on('mouseenter', 'units', () => map.getCanvas().classList.add('pointing'));
    map.on('mousemove', 'units', (event) => {
      const found = event.features?.[0]?.properties;
      if (this.hover && found) {
        this.hover.hidden = false;
        this.hover.textContent = `${String(found['name'])}: ${String(found['told'])}`;
      }
    });
    map.on('mouseleave', 'units', () => {
      map.getCanvas().classList.remove('pointing');
      if (this.hover) this.hover.hidden = true;
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-select]')) {
      button.hidden = false;
      button.addEventListener('click', () => {
        const code = button.closest<HTMLElement>('[data-unit]')?.dataset['unit'] ?? '';
        void this.select(code === this.selected ? '' : code, true);
      });
    }
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.selected) void this.select('', true);
    });
    const keys = this.querySelector<HTMLElement>('[data-keys]');
    if (keys) keys.hidden = false;
  }

  /** Selects a unit in map and table, draws its flows and says so; an empty code takes the selection back. */
  private async select(code: string, isSaid: boolean): Promise<void> {
    this.selected = code;
    this.map?.setFilter('selected', ['==', ['get', 'code'], code]);
    for (const row of this.querySelectorAll<HTMLElement>('tr[data-unit]')) {
      const isSelected = row.dataset['unit'] === code;
      if (isSelected) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
      row.querySelector('[data-select]')?.setAttribute('aria-pressed', String(isSelected));
    }
    const legend = this.querySelector<HTMLElement>('[data-flows]');
    if (legend) legend.hidden = !code;
    if (!code) {
      this.draw([]);
      if (isSaid) this.say(this.words?.none ?? '');
      return;
    }
    const address = new URL(this.dataset['flows'] ?? '', location.href);
    address.searchParams.set('unit', code);
    const flows = await fetched<FlowsAnswer>(address.href);
    // Somebody may have selected another unit meanwhile.
    if (this.selected !== code) return;
    this.draw(lines(flows.out, flows.into));
    if (isSaid) this.say(this.told(code, flows));
  }

  private told(code: string, flows: FlowsAnswer): string {
    const unit = this.units.find((other) => other.properties.code === code)?.properties;
    const selected = filled(this.words?.selected ?? '', { name: unit?.name ?? code, value: unit?.told ?? '' });
    if (flows.out.length + flows.into.length === 0) return selected;
    return `${selected} ${filled(this.words?.flows ?? '', { out: flows.total_out, in: flows.total_in })}`;
  }

  private draw(features: Line[]): void {
    this.map?.getSource<GeoJSONSource>('flows')?.setData({ type: 'FeatureCollection', features });
  }

  private say(sentence: string): void {
    const region = this.querySelector('[data-said]');
    if (region) region.textContent = sentence;
  }
}

function pick({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x, y };
}

async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** Colours of the sheet, read from the drawing of the server. */
function style(units: Collection, element: HTMLElement): StyleSpecification {
  const drawing = element.querySelector('figure svg.map');
  const colour = (name: string) => (drawing ? getComputedStyle(drawing).getPropertyValue(name).trim() : '') || '#888888';
  const classes = Array.from({ length: CLASSES }, (_, number) => colour(`--c${number + 1}`));
  const none = { type: 'FeatureCollection', features: [] } as const;
  return {
    version: 8,
    sources: {
      units: { type: 'geojson', data: units as never },
      flows: { type: 'geojson', data: none as never, lineMetrics: true },
    },
    layers: [
      { id: 'units', type: 'fill', source: 'units', paint: { 'fill-color': colours(classes) as never } },
      { id: 'borders', type: 'line', source: 'units', paint: { 'line-color': colour('--border'), 'line-width': 0.75 } },
      {
        id: 'selected', type: 'line', source: 'units', filter: ['==', ['get', 'code'], ''],
        paint: { 'line-color': colour('--strong'), 'line-width': 4 },
      },
      flowLayer('out', colour('--flow-out')),
      flowLayer('in', colour('--flow-in')),
    ],
  };
}

function flowLayer(direction: 'out' | 'in', colour: string): StyleSpecification['layers'][number] {
  return {
    id: `flows-${direction}`, type: 'line', source: 'flows', filter: ['==', ['get', 'direction'], direction],
    layout: { 'line-cap': 'round', 'line-sort-key': ['get', 'persons'] },
    paint: {
      'line-width': ['get', 'width'],
      'line-gradient': ['interpolate', ['linear'], ['line-progress'], 0, `${colour}40`, 1, colour],
    },
  };
}

customElements.define('area-map', AreaMap);
