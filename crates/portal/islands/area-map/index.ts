// <area-map>: the map of the page to move and to look closer at. The table of the page selects; map and table say the same.
//
// It looks for, inside itself:
//   [data-said]          a live region
//   [data-keys]          the explanation of keys, hidden where there is no map to move
//   figure svg.map       the drawing of the server; it stays where the browser cannot draw
//   tr[data-unit] [data-select]   the buttons of the table

import { Map, NavigationControl, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { lines, type Line } from './arcs';
import { colours, frame } from './classes';
import type { FlowsAnswer, IslandWords, UnitProperties } from './contract';
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
    drawing.setAttribute('hidden', '');
    drawing.classList.add('replaced');
    this.listen();
    if (this.selected) await this.select(this.selected, false);
  }

  private listen(): void {
    const map = this.map;
    if (!map) return;
    map.on('click', 'units', (event) => {
      const code = event.features?.[0]?.properties['code'];
      if (typeof code === 'string') void this.select(code === this.selected ? '' : code, true);
    });
    map.on('mouseenter', 'units', () => map.getCanvas().classList.add('pointing'));
    map.on('mouseleave', 'units', () => map.getCanvas().classList.remove('pointing'));
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
        id: 'missing', type: 'line', source: 'units', filter: ['==', ['get', 'class'], 0],
        paint: { 'line-color': colour('--border'), 'line-width': 1, 'line-dasharray': [2, 2] },
      },
      {
        id: 'selected', type: 'line', source: 'units', filter: ['==', ['get', 'code'], ''],
        paint: { 'line-color': colour('--strong'), 'line-width': 4 },
      },
      flowLayer('out', '#1c5790'),
      flowLayer('in', '#8a3d8f'),
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
