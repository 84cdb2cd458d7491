import type { Image } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import path from 'node:path/posix';
import type { VFile } from 'vfile';
import type { BodyPhoto } from '../body/body.ts';
import { textNode } from '../body/tree.ts';
import { captionFaults } from '../newsroom/caption.ts';
import { typesetText } from '../newsroom/typography.ts';
import type { Setting } from '../newsroom/typography/setting.ts';
import { disguiseOf } from '../newsroom/web-address.ts';
import { report, writtenAs } from './report.ts';

export type Directive = ContainerDirective | LeafDirective;

/** The file that is being read, how its text is set, and the origin of the paper's own addresses. */
export interface Context extends Setting {
  file: VFile;
  origin: string;
}

/** A picture written as Markdown does, with "Caption | Credit" as its title; `undefined` when it is no file of the paper. */
export function photoOfImage(image: Image, context: Context): BodyPhoto | undefined {
  const [, caption = '', credit = ''] = /^([^|]*?)\s*(?:\|\s*(.*))?$/s.exec(image.title?.trim() ?? '') ?? [];
  const source = writtenAs(context.file, image);
  if (!image.alt?.trim() && !/^!\[\s*""\s*\]/.test(source)) {
    report(
      context.file,
      image,
      'P-003',
      `The picture "${image.url}" has no alt text.`,
      'Describe it for readers who cannot see it, or write ![""](file) if it is decoration.',
    );
  }
  const alt = image.alt && /^["“”„«»\s]*$/.test(image.alt) ? '' : (image.alt ?? '');
  return photo(image, { src: image.url, alt, caption, credit }, context);
}

/** The picture of a figure or video block; its caption is not in it yet. `undefined` when it is no file of the paper. */
export function photoOfDirective(
  node: Directive,
  src: string | null | undefined,
  context: Context,
  field = 'src',
): BodyPhoto | undefined {
  const { alt, credit, source, licence, focus } = node.attributes ?? {};
  if (!src) {
    report(
      context.file,
      node,
      'P-001',
      `The block ":::${node.name}" names no picture.`,
      `Write ${field}="./quay.jpg", a file in ${homeOf(context.file.path)}.`,
    );
    return undefined;
  }
  if (alt === undefined || alt === null) {
    report(
      context.file,
      node,
      'P-003',
      `The picture "${src}" has no alt text.`,
      'Describe it for readers who cannot see it in alt="…", or write alt="" if it is decoration.',
    );
  }
  if (source && !/^https?:\/\//.test(source))
    report(
      context.file,
      node,
      'P-008',
      `The source of "${src}" is not a web address: "${source}".`,
      'Write source="https://…".',
    );
  for (const address of [source, licence]) reportDisguise(node, address, context.file);
  if (focus && !/^(100|\d{1,2})% (100|\d{1,2})%$/.test(focus))
    report(
      context.file,
      node,
      'P-009',
      `The focus of "${src}" is not two percentages: "${focus}".`,
      'Write focus="50% 30%": from the left, from the top.',
    );
  const made = photo(
    node,
    { src, alt: typesetText(alt ?? '', context), caption: toString(node), credit: credit ?? '' },
    context,
  );
  return (
    made && {
      ...made,
      caption: undefined,
      source: source ?? undefined,
      licence: licence ?? undefined,
      focus: focus ?? undefined,
    }
  );
}

function photo(
  node: Image | Directive,
  { src, alt, caption, credit }: { src: string; alt: string; caption: string; credit: string },
  context: Context,
): BodyPhoto | undefined {
  const { file } = context;
  const found = picturePath(file.path, src);
  if (!found) {
    report(
      file,
      node,
      'P-002',
      `The picture "${src}" is not a file of this paper.`,
      `Put the file into ${homeOf(file.path)} and write ./name.jpg.`,
    );
    return undefined;
  }
  for (const fault of captionFaults({ alt, caption, name: src }))
    report(file, node, fault.code, fault.found, fault.remedy);
  (file.data.pictures ??= []).push({ path: found, line: node.position?.start.line ?? 1 });
  return {
    path: found,
    alt,
    caption: caption ? [textNode(typesetText(caption, context))] : undefined,
    credit: credit ? typesetText(credit, context) : undefined,
  };
}

/** Reports an address in an attribute of a block that hides where it leads. */
export function reportDisguise(node: Directive, address: string | null | undefined, file: VFile) {
  const disguise = disguiseOf(address ?? '');
  if (disguise)
    report(file, node, 'B-125', `An address in the block ":::${node.name}" ${disguise.found}.`, disguise.remedy);
}

/** Where the pictures of a text lie, in words. */
function homeOf(textFile: string): string {
  return textFile.startsWith('content/articles/') ? "the article's own folder" : `${path.dirname(textFile)}/`;
}

/** The path of a film, or of its captions, from the project's folder; `undefined` when it is no file of the paper. */
export function filmFile(node: Directive, src: string, as: 'film' | 'captions', { file }: Context): string | undefined {
  const found = picturePath(file.path, src);
  if (found) (file.data.pictures ??= []).push({ path: found, line: node.position?.start.line ?? 1, as });
  else
    report(
      file,
      node,
      'V-001',
      `The file "${src}" is not a file of this paper.`,
      "Put it into the article's own folder and write ./name.mp4, ./name.webm or, for captions, ./name.vtt.",
    );
  return found;
}

/** A picture's path from the project's folder; `undefined` when it lies outside `content/` or on another site. */
export function picturePath(textFile: string, src: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^\/|\\|\0/i.test(src)) return undefined;
  let decoded = src;
  try {
    decoded = decodeURI(src);
  } catch {
    // A stray percent sign is part of the name.
  }
  if (decoded.includes('\0')) return undefined;
  const resolved = path.join(path.dirname(textFile), decoded);
  return resolved.startsWith('content/') ? resolved : undefined;
}
