import { readFileSync } from 'node:fs';
import path from 'node:path';
import { files, importsOf, src } from '../support/rooms.ts';

/** What a room is for, in the order of a story's way from left to right. */
const captions: Record<string, string> = {
  binding: 'PDF and EPUB',
  desk: 'an editor’s commands',
  press: 'builds and publishes',
  checks: 'what is to be mended',
  filing: 'what lies in content/',
  cards: 'pictures of links',
  schema: 'what may be typed',
  markdown: 'text to tree',
  body: 'a story’s text',
  archive: 'the edition of an instant',
  pages: 'addresses',
  layouts: 'whole pages',
  components: 'their parts',
  views: 'strings for pages',
  scripts: 'comfort',
  styles: 'the look',
  fonts: 'letters',
  astro: 'what it does not promise',
};
const foundation = {
  name: 'newsroom',
  caption: 'the trade in plain TypeScript: article, byline, edition, permalink, words',
};

const box = { width: 148, height: 46 };
const gap = { x: 22, y: 44 };
const edge = 24;

/** Rooms by those whose files they import. */
function importsOfRooms(): Map<string, Set<string>> {
  const between = new Map(Object.keys(captions).map((room) => [room, new Set<string>()]));
  for (const file of files) {
    const room = roomOf(file);
    for (const target of importsOf(file, readFileSync(path.join(src, file), 'utf8'))) {
      const other = roomOf(target);
      if (other !== room && between.has(other)) between.get(room)?.add(other);
    }
  }
  return between;
}

function roomOf(file: string): string {
  const [first = ''] = file.split(/[\\/]/);
  return first === 'content.config.ts' ? 'press' : first;
}

/** The floor of a room, 0 the lowest: right below the lowest that stands on it, or as high as what it stands on takes it. */
function floorOf(room: string, imports: ReadonlyMap<string, ReadonlySet<string>>): number {
  const height = (name: string): number =>
    Math.max(0, ...[...(imports.get(name) ?? [])].map((other) => 1 + height(other)));
  const above = [...imports].filter(([, others]) => others.has(room)).map(([name]) => floorOf(name, imports) - 1);
  return above.length > 0 ? Math.min(...above) : height(room);
}

/** Whether a room reaches another on the way through a third, so that a line of its own says nothing new. */
function isSaid(from: string, to: string, imports: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const reaches = (room: string): boolean =>
    [...(imports.get(room) ?? [])].some((other) => other === to || reaches(other));
  return [...(imports.get(from) ?? [])].some((other) => other !== to && reaches(other));
}

/** The house as a drawing: a room stands on the rooms that it imports. */
export function drawing(): string {
  const imports = importsOfRooms();
  const floors: string[][] = [];
  for (const room of Object.keys(captions)) (floors[floorOf(room, imports)] ??= []).push(room);
  const widest = Math.max(...floors.map((floor) => floor.length));
  const width = 2 * edge + widest * box.width + (widest - 1) * gap.x;
  const top = (floor: number) => edge + (floors.length - 1 - floor) * (box.height + gap.y);
  const place = new Map(
    floors.flatMap((floor, level) => {
      const taken = floor.length * box.width + (floor.length - 1) * gap.x;
      return floor.map((room, index) => {
        const x = (width - taken) / 2 + index * (box.width + gap.x);
        return [room, { x, y: top(level) }] as const;
      });
    }),
  );
  const ground = top(0) + box.height + gap.y;
  const lines = [...imports].flatMap(([room, others]) =>
    [...others]
      .filter((other) => !isSaid(room, other, imports))
      .map((other) => lineFrom(place.get(room), place.get(other))),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${ground + box.height + edge}" font-family="Georgia, 'Times New Roman', serif" text-anchor="middle">`,
    '<title>The house: each room stands on the rooms that it imports</title>',
    '<style>.ground{fill:#fdfcf9}.room{fill:#fff;stroke:#1b1917}.line{fill:none;stroke:#8a8378}.name{font-size:16px;font-weight:600}.caption{font-size:11.5px;fill:#57514a}</style>',
    `<rect class="ground" width="100%" height="100%"/>`,
    ...lines,
    ...[...place].map(([room, { x, y }]) => roomAt(room, captions[room] ?? '', { x, y, width: box.width })),
    roomAt(foundation.name, foundation.caption, { x: edge, y: ground, width: width - 2 * edge }),
    '</svg>\n',
  ].join('\n');
}

interface Spot {
  x: number;
  y: number;
}

function lineFrom(from: Spot | undefined, to: Spot | undefined): string {
  if (!from || !to) return '';
  const [x, y] = [from.x + box.width / 2, from.y + box.height];
  const [x2, y2] = [to.x + box.width / 2, to.y];
  const half = gap.y / 2;
  // Past the floors between it goes straight down.
  const bend = y + gap.y;
  return `<path class="line" d="M${x} ${y}C${x} ${y + half} ${x2} ${bend - half} ${x2} ${bend}V${y2}"/>`;
}

function roomAt(name: string, caption: string, { x, y, width }: Spot & { width: number }): string {
  const middle = x + width / 2;
  return [
    `<rect class="room" x="${x}" y="${y}" width="${width}" height="${box.height}"/>`,
    `<text class="name" x="${middle}" y="${y + 20}">${name}</text>`,
    `<text class="caption" x="${middle}" y="${y + 36}">${caption}</text>`,
  ].join('');
}
