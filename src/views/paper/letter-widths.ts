/** The faces of a newspaper: the serif of its text, its semibold for headlines, and the grotesque of labels. */
export type Face = 'text' | 'headline' | 'label';

/** Advance widths of the faces in `src/fonts`, from the space to the tilde, in thousandths of the size. */
const ascii: Record<Face, readonly number[]> = {
  text: `233 289 356 526 500 880 720 183 339 339 439 530 300 312 300 330 500 500 500 500 500 500 500 500 500 500 300 300 530 530 530 416
835 664 629 631 710 603 579 682 788 371 374 667 596 902 735 707 589 707 651 512 604 727 674 962 648 633 551 320 330 320 531 512
400 509 577 488 567 510 354 518 601 298 277 547 298 901 606 549 583 557 423 434 325 583 505 764 526 512 456 344 291 344 530`
    .split(/\s/)
    .map(Number),
  headline:
    `200 265 360 545 488 835 676 191 338 338 421 504 259 299 259 321 488 488 488 488 488 488 488 488 488 488 259 259 504 504 504 385
847 616 559 569 638 538 508 607 696 326 337 624 516 809 653 643 531 643 623 481 574 651 612 893 615 592 510 321 321 321 502 489
400 469 548 440 536 463 325 490 563 279 270 524 279 842 563 514 545 521 408 396 316 549 477 715 476 477 423 331 284 331 504`
      .split(/\s/)
      .map(Number),
  label:
    `243 251 426 603 659 904 709 248 303 309 394 555 242 378 225 351 612 407 596 630 629 641 623 601 648 625 226 240 546 555 546 521
831 710 671 689 694 621 594 733 766 283 389 682 578 886 754 734 637 748 677 670 594 701 673 954 688 607 637 303 351 303 473 518
219 553 597 544 597 567 396 623 577 248 263 562 303 865 577 566 596 596 391 506 389 581 505 780 565 535 481 328 263 332 568`
      .split(/\s/)
      .map(Number),
};

/** Of some marks and letters beyond these. */
const marks = '‘’“”–—…·«»æœßøŁłðþ€';
const markWidths: Record<Face, readonly number[]> = {
  text: [212, 212, 415, 415, 512, 812, 820, 300, 487, 487, 786, 872, 592, 549, 581, 302, 546, 554, 500],
  headline: [190, 190, 375, 375, 489, 769, 711, 259, 474, 474, 699, 781, 591, 514, 532, 286, 514, 541, 488],
  label: [240, 232, 419, 411, 555, 1117, 768, 230, 455, 479, 914, 948, 590, 586, 524, 258, 566, 590, 600],
};

/** Of others, and of letters of scripts that are set in faces of the reader's system, about. */
const others: readonly (readonly [RegExp, number])[] = [
  [
    /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200b-\u200f\u2060-\u2069]/,
    0,
  ],
  [/[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/, 1000],
  [/[|ı]/, 240],
  [/[ÆŒ]/, 900],
  [/\p{Script=Arabic}/u, 430],
  [/\p{Script=Hebrew}/u, 520],
  [/\p{Script=Devanagari}/u, 560],
  [/\p{Lu}/u, 680],
];

/** What pairs of letters stand nearer or farther: the first, thousandths of the size, the second. */
const kerning: Record<Face, string> = {
  text: `a -20 pvw; a -30 ’”; bop -20 x.,’”; dl -20 p’”; es -20 .,; f -10 cdeoq; f 30 ij; f -30 .,; f 60 ’”; f 90 ); g -20 a;
g 20 j; hmn -10 p; hmnZ -30 vwy; hmn -40 ’”; i -10 vwy; k -20 cdeoq-–; q 30 j; q 20 y; r 20 t’”; rvwy -90 .,;
r -30 -–; r -20 ); t 30 ’”; u -20 vwy); vwy -20 abcdeghkloq; vwy 20 ’”; vwy -40 ); x -10 a; x -20 cdeopq-–;
AK -20 cdeoqtu; AK -30 p; AK -60 vw; AKX -50 y; B -20 fuvw; E -20 pvwy; F -40 acdeopqs; F -30 fxz; F -60 g;
F -20 mnruvwy; HIM -20 acdefgoqsu; HIM -30 py; HILMV -40 vw; J -30 agmnrsuvwy; J -20 cdeoqtxz; J -40 fp; L -20 pu;
L -30 y; N -10 acdeoqs; N -20 fgpuvwxyz; P -20 cdegoq; P 20 ty; R -20 vwy; S -20 fvwy; T -40 agvwy; T -70 cdeopq;
T -30 mnrx; T -50 s; T -20 u; TW -60 z; U -40 agps; U -30 cdemnoqruxyz; U -20 fijtvw; V -80 ag; V -70 cdeopqx;
V -50 f; V -30 it; VXY -20 j; V -60 mnruyz; V -90 s; W -70 acdeopqs; W -40 fvwy; W -80 g; W -20 ijt; W -50 mnrux;
X -30 cdeopqt; X -40 u; X -70 vw; Y -80 asuz; Y -90 cdegopq; Y -60 ftx; Y -40 i; Y -70 mnrvwy; ., -100 ’”; ‘“ -40 as;
‘“ -60 cdegoq; ‘“ -20 pCGOQ; ‘“ 20 vwyZ; ‘“ -80 A; ‘“ 30 T`,
  headline: `a -10 gju); aE -20 pvwy; a -30 ’”; bop -10 bfhklpyz; bop 10 cdeoq-–; bop -20 vwx.,’”); c 10 s’”; c -10 );
dl -10 gjvwy-–; dl -20 p’”; e -10 bfhklpvwxy; efg -30 .,; ehmn -20 ’”); es 10 -–; f -10 bcdehkloq; f 30 i; fg 40 j;
f 10 uvwx; f 20 y; f 80 ’”; f -20 -–; f 90 ); g -20 abcdehkloq-–; gX -10 g; g 10 tx; gr 20 vwy; grz 30 ’”;
hmnLZ‘“ -10 p; hmnZ -30 vwy; i -10 vwy; j -10 bghklz:;; j 10 j; j -20 .,; k -20 cdeopq); kK -10 j; k 10 xz’”;
k -30 -–; q -10 acdeoqvwz; q 70 j; q 10 y; r -20 abhkl; r -10 cdegoqs:;; r 10 jtu; r -80 .,; r -30 -)–;
s -10 bhklpxz; s -20 .,); t 10 amnrvwy’”; t -10 -–; u -10 pvwy); u -20 ’”; vwy -10 afs; vwy -20 bghkl;
vwy -30 cdeoq-)–; vwy 20 tvwy; vwy 10 ux; vwy -100 .,; vwy 50 ’”; x -30 cdeoq-–; x -10 g); x -20 p; xAR 10 x;
x 20 ’”; z -10 p); z 10 svwxy; A -30 cdeopqu; A -20 jt; A -80 vwy; BS 10 cdeoq; B -10 fpvwxy; C 10 acdeoq; C -10 pu;
D -10 gpsx; E 20 a; E 10 s; E -10 u; F -40 acdeoqs; F -20 fmnpruz; F‘“ -60 g; F -10 ijx; G 10 gsz; G -10 pvwxy;
HIM -10 afjt; HIM -20 cdegoqsu; HIM -30 p; HIMNRW -40 vwy; J -30 acdegopqsvwxyz; J -40 fu; J -10 ij; J -20 mnrt;
K -20 cdeoq; K -30 ptu; KX -70 vwy; K 20 x; KL 10 z; L 20 acdeoqs; L -50 vw; L -40 y; N -10 aijmnr;
N -20 cdefgoqstuz; N -30 px; P -10 a; P -20 cdegoq; P 20 tvwxy; P 10 u; R -20 cdeopqt; R -30 u; S -10 bfhklptux;
S -20 vwy; T -40 a; T -60 cdeoq; T -20 fiu; T -50 gs; T -30 mnpr; U -40 agpx; U -30 cdefijmnoqrsuvwyz; U -20 t;
V -80 a; V -90 cdegoqs; V -50 fvwy; V -30 ij; V -60 mnpruz; V -40 t; V -70 x; W -70 as; W -80 cdegoq; WY -50 f;
W -30 it; WXY -20 j; W -60 mnpruxz; X -30 cdeopqt; X -40 u; Y -80 asz; Y -110 cdeoq; Y -90 gp; Y -30 i;
Y -60 mnrtvwy; Y -70 ux; Z 20 acdegoqs; ., -70 ’”; ‘“ -30 as; ‘“ -50 cdeoq; ‘“ 10 itx; ‘“ 30 vwT; ‘“ 20 yZ; ‘“ -80 A;
‘“ -20 CGOQ`,
  label: `ahmn -20 ftvwy; ahmn -10 x; ahmn -30 ’”; bceop -20 ft; beop -10 vz); bceop -30 x; bceop -40 ’”; bceop 10 -–;
c -10 z); f -20 f.,; f -10 g-–; fE -30 t; f 20 ’”; f 30 ); g -10 agu; g -20 cdeoqs; g 10 f; g 30 j; gx -40 -–;
k -10 astu; k -20 cdegoq; kvwy 10 fvwy; kz -30 -–; l -20 cdefoquvwy-–; ltx 10 g; l -10 ls; l -40 t’”; r -20 ag);
r -10 cdeoqt; r 10 fvwxy’”; r -70 .,; r -50 -–; s -10 tx; s 40 -–; t -10 cdeoq; t -40 f; tL -50 t; t -20 -–;
vwy -10 acdeoqs; vwyACJU -20 g; vwy -50 .,; vwy -30 ); x -20 acdeoqt; x -10 sx; z -10 vwxy; z 10 z; A -10 cdeoqsux;
A -50 ft; A -60 vwy; B -10 g; E -10 bghiklmnprsvwxy; F -10 acdegoqsuvwy; FOQ -20 x; JU 10 t; K -10 afs; K -30 cdeoqu;
K -60 t; KX -40 vwy; L -20 acdeoq; L -40 fvwy; L 10 xz; OQ -10 a; P -10 acdegoq; P -20 s; P 20 vwy; R -10 aguxz;
R -20 cdeoq; S -20 gtx; S -10 z; T -60 asu; T -70 cdegoq; TVW 20 j; T -30 mnprt; T -40 vwyz; T -50 x; VW -40 a;
VW -50 cdeoq; VW -30 g; VW -20 sx; X -20 cdeoqsu; X -10 t; Y -60 acdeoq; Y -20 bimnpr; Y -10 f; Y -80 g; Y -70 s;
Y -40 tvwxyz; Y -50 u; Z -20 bhiklmnpr; Z -10 cdeoqvwy; ., -80 ’”; ‘“ -20 a; ‘“ -50 cdeoqJ; ‘“ -30 gs; ‘“ 20 tTVWY;
‘“ 30 vwy; ‘“ -90 A`,
};

function pairsOf(table: string): Map<string, number> {
  return new Map(
    table.split(/;\s*/).flatMap((line) => {
      const [firsts = '', by = '', seconds = ''] = line.split(' ');
      return [...firsts].flatMap((first) => [...seconds].map((second) => [first + second, Number(by)] as const));
    }),
  );
}

const pairs: Record<Face, ReadonlyMap<string, number>> = {
  text: pairsOf(kerning.text),
  headline: pairsOf(kerning.headline),
  label: pairsOf(kerning.label),
};

const known = new Map<string, number>();

/** In thousandths of the size. */
function widthOf(letter: string, face: Face): number {
  const code = letter.charCodeAt(0);
  const width = ascii[face][code === 0xa0 ? 0 : code - 32] ?? markWidths[face][marks.indexOf(letter)];
  if (width !== undefined) return width;
  const found = known.get(face + letter);
  if (found !== undefined) return found;
  const [base = ''] = letter.normalize('NFD');
  const computed =
    base === letter ? (others.find(([letters]) => letters.test(letter))?.[1] ?? 530) : widthOf(base, face);
  known.set(face + letter, computed);
  return computed;
}

/** A text as pieces that stay on one line, each with its width and that of the space behind it, in parts of the size. */
export interface Words {
  widths: readonly number[];
  spaces: readonly number[];
}

/** A text to be set. Lines end at spaces, behind hyphens, dashes and strokes, and between letters of scripts that have no spaces. */
export function wordsIn(text: string, face: Face): Words {
  const widths: number[] = [];
  const spaces: number[] = [];
  const pieces =
    text.match(/[\u3000-\u9fff\uff00-\uff60]|[^ \t\n\-–—/\u3000-\u9fff\uff00-\uff60]*[-–—/]?[ \t\n]*/g) ?? [];
  for (const piece of pieces) {
    const word = piece.replace(/[ \t\n]+$/, '');
    if (piece === '') continue;
    let width = 0;
    let before = '';
    for (const letter of word) {
      width += widthOf(letter, face) + (pairs[face].get(before + letter) ?? 0);
      before = letter;
    }
    widths.push(width / 1000);
    spaces.push(word.length < piece.length ? widthOf(' ', face) / 1000 : 0);
  }
  return { widths, spaces };
}

/** How many lines some words take, set ragged in lines of a width in parts of the size, the first with an indent. */
export function linesOf({ widths, spaces }: Words, width: number, indent = 0): number {
  if (widths.length === 0) return 0;
  let lines = 1;
  let used = indent;
  let space = 0;
  for (const [at, word] of widths.entries()) {
    if (used + space + word <= width) used += space + word;
    else if (word <= width) {
      if (used > 0) lines += 1;
      used = word;
    } else {
      // What is wider than a line is broken.
      const all = (used > 0 ? used + space : 0) + word;
      lines += Math.ceil(all / width) - 1;
      used = all % width;
    }
    space = spaces[at] ?? 0;
  }
  return lines;
}

/** The width of a text in one line, in parts of its size. */
export function lengthOf({ widths, spaces }: Words): number {
  return widths.reduce((sum, width, at) => sum + width + (at < widths.length - 1 ? (spaces[at] ?? 0) : 0), 0);
}
