import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { picturePath } from '../markdown/photos.ts';
import type { Problem } from '../newsroom/problem.ts';
import { lineOfField } from './line-of-field.ts';
import type { PictureDesk } from './pictures.ts';

const file = 'content/publication.yaml';

/** Where the picture that a paper names for its icons lies, from its folder; `undefined` where that is no file of the paper. */
export function iconPath(icon: string): string | undefined {
  const place = picturePath(file, icon);
  return place?.startsWith('content/') ? place : undefined;
}

/** How much wider than high the drawing of a paper's name is; `undefined` where it does not say it. */
export function ratioOfNameplate(root: string, nameplate: string): number | undefined {
  const place = iconPath(nameplate);
  const drawing = place && existsSync(path.join(root, place)) ? readFileSync(path.join(root, place), 'utf8') : '';
  const [, svg = ''] = /<svg\b([^>]*)>/.exec(drawing) ?? [];
  const [, width, height] =
    /\bviewBox\s*=\s*["'][^\s,]+[\s,]+[^\s,]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(svg) ??
    /\swidth=["']([\d.]+)(?:px)?["'][^]*\sheight=["']([\d.]+)(?:px)?["']/.exec(svg) ??
    [];
  const ratio = Number(width) / Number(height);
  return ratio > 0 && Number.isFinite(ratio) ? Math.round(ratio * 1000) / 1000 : undefined;
}

/** What is wrong with the pictures that stand for a paper: that of its icons, and the drawing of its name. */
export async function iconProblems({
  root,
  publication,
  pictures,
}: {
  root: string;
  publication: { icon?: string | undefined; nameplate?: string | undefined } | undefined;
  pictures: PictureDesk;
}): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const field of ['icon', 'nameplate'] as const) {
    const picture = publication?.[field];
    if (picture === undefined) continue;
    const place = iconPath(picture);
    const told = place
      ? await pictures.read(place)
      : {
          problem: {
            code: 'P-002' as const,
            found: `The picture "${picture}" is not a file in content/.`,
            remedy: `Put the file into content/ and write ./${field}.svg.`,
          },
        };
    const words = 'problem' in told ? told.problem : told.picture.warning;
    if (words) problems.push({ file, line: lineOfField(root, file, [field]), ...words });
  }
  return problems;
}
