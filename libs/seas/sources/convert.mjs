// Turns the packages of the lock file into the compact sources kept in this module, byte for byte the same each time.
// Usage: npm ci && npm run convert
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const target = process.argv[2];
const read = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}`, import.meta.url), 'utf8'));
const write = (name, content) => {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), content);
};

// Rings as differences of whole units, each a zigzag varint: longitude first, as GeoJSON has it.
class Bytes {
  bytes = [];
  varint(value) {
    while (value >= 128) {
      this.bytes.push((value % 128) | 128);
      value = Math.floor(value / 128);
    }
    this.bytes.push(value);
  }
  signed(value) {
    this.varint(value >= 0 ? 2 * value : -2 * value - 1);
  }
  text(text) {
    const encoded = Buffer.from(text, 'utf8');
    this.varint(encoded.length);
    this.bytes.push(...encoded);
  }
}

const UNITS_PER_DEGREE = 10_000;

function shapes(list) {
  const out = new Bytes();
  out.text('fairlead-shapes-1');
  out.varint(UNITS_PER_DEGREE);
  out.varint(list.length);
  for (const { label, rings } of list) {
    out.text(label);
    out.varint(rings.length);
    for (const ring of rings) {
      const units = ring
        .map(([x, y]) => [Math.round(x * UNITS_PER_DEGREE), Math.round(y * UNITS_PER_DEGREE)])
        .filter(([x, y], at, all) => at === 0 || x !== all[at - 1][0] || y !== all[at - 1][1]);
      out.varint(units.length);
      let [x, y] = [0, 0];
      for (const [nextX, nextY] of units) {
        out.signed(nextX - x);
        out.signed(nextY - y);
        [x, y] = [nextX, nextY];
      }
    }
  }
  return Buffer.from(out.bytes);
}

function land() {
  const { arcs, transform, objects } = read('world-atlas/land-10m.json');
  const decoded = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  const along = (index) => (index >= 0 ? decoded[index] : [...decoded[~index]].reverse());
  const ring = (indices) => indices.flatMap((index, at) => along(index).slice(at === 0 ? 0 : 1));
  const polygons = objects.land.geometries.flatMap((geometry) =>
    geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs,
  );
  return shapes([{ label: 'land', rings: polygons.flat().map(ring) }]);
}

// Crimea stands under the country that holds it in the source; both are named here.
const DISPUTED = { Q7835: 'UA|RU' };

function countries() {
  const { features } = read('@rapideditor/country-coder/src/data/borders.json');
  const list = features
    .filter((feature) => feature.geometry)
    .map((feature) => ({
      label:
        DISPUTED[feature.properties.wikidata] ?? feature.properties.country ?? feature.properties.iso1A2 ?? '',
      rings: feature.geometry.coordinates.flat(),
    }))
    .filter((shape) => shape.label !== '');
  return shapes(list);
}

function ports() {
  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = Object.entries(read('sea-ports/lib/ports.json'))
    .filter(([, port]) => port.coordinates)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, port]) => {
      const aliases = [port.city, ...port.alias, ...port.unlocs.filter((other) => other !== code)];
      const others = [...new Set(aliases)].filter((alias) => alias && alias !== port.name);
      const [longitude, latitude] = port.coordinates.map((degrees) => Math.round(degrees * 1e4) / 1e4);
      return [code, port.name, others.join('; '), latitude, longitude].map(String).map(cell).join(',');
    });
  return ['unlocode,name,aliases,latitude_degrees,longitude_degrees', ...rows, ''].join('\n');
}

write('water/land.shapes', land());
write('country/borders.shapes', countries());
write('port/sea-ports.csv', ports());
