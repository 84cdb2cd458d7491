import { picturePath } from '../markdown/photos.ts';
import { captionFaults } from '../newsroom/caption.ts';
import type { Problem } from '../newsroom/problem.ts';
import type { FiledContributor } from '../schema/paper.ts';
import { yamlFile } from './files.ts';
import { lineOfField } from './line-of-field.ts';
import type { StampedPicture } from './picture-reading.ts';
import type { PictureDesk } from './pictures.ts';

/** Portraits of contributors by the name of their files, read and checked. */
export async function readPortraits({
  root,
  contributors,
  pictures,
}: {
  root: string;
  contributors: ReadonlyMap<string, FiledContributor>;
  pictures: PictureDesk;
}): Promise<{ portraits: Map<string, StampedPicture>; problems: Problem[] }> {
  const portraits = new Map<string, StampedPicture>();
  const problems: Problem[] = [];
  for (const [name, { portrait }] of contributors) {
    if (!portrait) continue;
    const file = yamlFile(root, `content/contributors/${name}`);
    const tell = (field: keyof typeof portrait, words: Omit<Problem, 'file' | 'line'>) =>
      problems.push({ file, line: lineOfField(root, file, ['portrait', field]), ...words });
    for (const fault of captionFaults({ ...portrait, name: portrait.file }))
      tell(fault.code === 'C-001' ? 'alt' : 'caption', fault);
    const place = picturePath(file, portrait.file);
    if (!place || !/^content\/(contributors|pictures)\//.test(place)) {
      tell('file', {
        code: 'P-002',
        found: `The picture "${portrait.file}" is not a file in content/contributors/ or content/pictures/.`,
        remedy: 'Put the file into content/contributors/ and write ./name.jpg.',
      });
      continue;
    }
    const found = await pictures.read(place);
    if ('picture' in found) portraits.set(name, found.picture);
    const told = 'picture' in found ? found.picture.warning : found.problem;
    if (told) tell('file', told);
  }
  return { portraits, problems };
}
