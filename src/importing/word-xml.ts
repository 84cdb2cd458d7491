import { zipSync, type Zippable } from 'fflate';
import type { Leftover } from './draft.ts';
import { allIn, childrenOf, elementsIn, escaped, textOf, type Xml } from './xml.ts';
import { filesInZip, textOfFile } from './zip.ts';

// Office Open XML (ECMA-376): what mammoth passes over is written so that it does not, or told.

/** Stand around a word and what is set above it, until there is HTML: no character of any text. */
export const ruby = { begin: '\ufdd0', above: '\ufdd1', end: '\ufdd2' };

/** A document of Word of which a reader loses no word. */
export interface WholeDocument {
  /** As mammoth takes it; of each picture it has the name instead. */
  bytes: Buffer;
  /** All words of its text and notes, as they stand in its XML. */
  words: string;
  /** What is in the file and not in its text. */
  leftovers: Leftover[];
}

const texts = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * @throws Error where there is no document, or where it unfolds too far
 */
export async function wholeDocument(bytes: Uint8Array): Promise<WholeDocument> {
  const others: string[] = [];
  const files = filesInZip(bytes, (name) => {
    const isXml = /\.(?:xml|rels)$/i.test(name);
    if (!isXml) others.push(name);
    return isXml;
  });
  if (!textOfFile(files.get('word/document.xml'))) throw new Error('there is no document in it');
  const leftovers: Leftover[] = [];
  const words: string[] = [];
  const written: Zippable = {};
  for (const [name, file] of files) {
    if (texts.test(name)) {
      for await (const whole of elementsIn([file], (_, path) => path.length === 1)) {
        if ('tooLarge' in whole) throw new Error('it has more than 12 million letters');
        const made = { ...whole, children: readable(whole, leftovers) };
        words.push(...wordsOf(made));
        written[name] = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${serialised(made)}`);
      }
    } else {
      written[name] = file;
      await tellWordsOf(name, file, leftovers);
    }
  }
  for (const name of others) written[name] = Buffer.from(name);
  return { bytes: Buffer.from(zipSync(written, { level: 1 })), words: words.join('\n'), leftovers };
}

/** What is in an element, as a reader has all of it that knows paragraphs, runs, tables and boxes. */
function readable(xml: Xml, leftovers: Leftover[]): (Xml | string)[] {
  return xml.children.flatMap((child): (Xml | string)[] => {
    if (typeof child === 'string') return [child];
    const within = () => readable(child, leftovers);
    switch (child.name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:tblPr':
      case 'w:sectPr':
        return [child];
      case 'w:del':
      case 'w:moveFrom':
        return [];
      case 'w:fldSimple':
      case 'w:bdo':
      case 'w:dir':
      case 'm:oMathPara':
        return within();
      case 'w:cr':
        return [element('w:br')];
      case 'w:r':
        return isHidden(child) ? told('hidden words', child, leftovers) : [{ ...child, children: within() }];
      case 'w:ruby': {
        const [base, above] = ['w:rubyBase', 'w:rt'].map((name) => childrenOf(child, name).map(textOf).join(''));
        return [element('w:t', `${ruby.begin}${base}${ruby.above}${above}${ruby.end}`)];
      }
      case 'm:oMath': {
        const letters = allIn(child, 'm:t').map(textOf).join('');
        leftovers.push({ kind: 'formula, of which the text has only the letters', text: letters });
        return [element('w:r', element('w:t', letters))];
      }
      case 'mc:AlternateContent': {
        const [choice, fallback] = ['mc:Choice', 'mc:Fallback'].map((name) => childrenOf(child, name)[0]);
        if (fallback && has(fallback, /^(?:w:t|v:imagedata|a:blip|v:textpath)$/))
          return [{ ...child, children: [{ ...fallback, children: readable(fallback, leftovers) }] }];
        return choice ? readable(choice, leftovers) : [];
      }
      case 'w:drawing': {
        const boxes = allIn(child, 'w:txbxContent').map((box) => ({ ...box, children: readable(box, leftovers) }));
        return [
          without(child, 'w:txbxContent'),
          ...boxes.map((box) => element('w:pict', element('v:shape', element('v:textbox', box)))),
        ];
      }
      case 'v:textpath':
        return told('words in a drawing or a program', child.attributes.string ?? '', leftovers);
      default:
        // Ovals and lines are boxes like others.
        return [
          { ...child, name: /^v:(?!textbox|imagedata)/.test(child.name) ? 'v:shape' : child.name, children: within() },
        ];
    }
  });
}

function told(kind: string, words: Xml | string, leftovers: Leftover[]): [] {
  const text = (typeof words === 'string' ? words : textOf(words)).replace(/\s+/g, ' ').trim();
  if (text) leftovers.push({ kind, text });
  return [];
}

function without(xml: Xml, name: string): Xml {
  const children = xml.children.filter((child) => typeof child === 'string' || child.name !== name);
  return { ...xml, children: children.map((child) => (typeof child === 'string' ? child : without(child, name))) };
}

function isHidden(run: Xml): boolean {
  const [properties] = childrenOf(run, 'w:rPr');
  return childrenOf(properties).some(
    ({ name, attributes }) => name === 'w:vanish' && !/^(?:0|false|off)$/.test(attributes['w:val'] ?? ''),
  );
}

function has(xml: Xml, names: RegExp): boolean {
  return childrenOf(xml).some((child) => names.test(child.name) || has(child, names));
}

/** The words of paragraphs, each by itself; those of boxes do not part the words that they are fixed to. */
function wordsOf(xml: Xml): string[] {
  const apart: string[] = [];
  const line = (each: Xml | string): string => {
    if (typeof each === 'string') return '';
    switch (each.name) {
      case 'w:t':
        return textOf(each).replace(new RegExp(`[${Object.values(ruby).join('')}]`, 'g'), '');
      case 'w:noBreakHyphen':
        return '\u2011';
      case 'w:tab':
      case 'w:br':
        return ' ';
      case 'w:pict':
      case 'w:txbxContent':
        apart.push(...wordsOf({ ...each, name: '' }));
        return '';
      case 'w:p': {
        const text = each.children.map(line).join('');
        return allIn(childrenOf(each, 'w:pPr')[0], 'w:del').length > 0 ? text : `${text}\n`;
      }
      default:
        return each.children.map(line).join('');
    }
  };
  return [xml.children.map(line).join(''), ...apart];
}

/** Tells what stands on every page, and in drawings that are files of their own. */
async function tellWordsOf(name: string, file: Uint8Array, leftovers: Leftover[]): Promise<void> {
  const kind = /^word\/(?:header|footer)\d*\.xml$/.test(name)
    ? 'head or foot of the pages'
    : /^word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/.test(name)
      ? 'words in a drawing or a program'
      : undefined;
  if (!kind) return;
  for await (const each of elementsIn([file], (part) => /^(?:w:p|a:p|c:v)$/.test(part))) {
    if ('tooLarge' in each) return;
    const text = each.name === 'c:v' ? textOf(each) : wordsOf({ name: '', attributes: {}, children: [each] }).join(' ');
    const words = (each.name === 'a:p' ? allIn(each, 'a:t').map(textOf).join('') : text).replace(/\s+/g, ' ').trim();
    if (/\p{L}/u.test(words) && !leftovers.some((left) => left.kind === kind && left.text === words))
      leftovers.push({ kind, text: words });
  }
}

function element(name: string, ...children: (Xml | string)[]): Xml {
  return { name, attributes: name === 'w:t' ? { 'xml:space': 'preserve' } : {}, children };
}

function serialised(xml: Xml | string): string {
  if (typeof xml === 'string') return escaped(xml);
  const attributes = Object.entries(xml.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${xml.name}${attributes.join('')}>${xml.children.map(serialised).join('')}</${xml.name}>`;
}
