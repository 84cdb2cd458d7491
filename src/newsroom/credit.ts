/** What stands before a credit in the papers of many languages. */
const marks =
  'photos?(?: credit)?|photograph(?:y|s)?|pictures?|images?|credits?|courtesy(?: of)?|illustrations?|graphics?|fotos?|bild(?:er)?|abbildung|grafik|zeichnung|photographie|crédits?(?: photo)?|imagen|fotografía|crédito|fotografia|写真|撮影|提供|照片|图片|圖片|攝影|摄影|图|圖|사진|صورة|الصورة|تصوير|फोटो|तस्वीर|छायाचित्र|צילום|תמונה|фото|φωτο(?:γραφία)?|fotoğraf';

const tail = new RegExp(
  `^([^]*?)[\\s|(（\\[【–—-]*((?<!\\p{Script=Latin})(?:${marks})\\s*[:：／/]\\s*[^.!?。:：]{2,80}?|©\\s*[^.!?]{2,80}?)[)）\\]】]?[.。]?\\s*$`,
  'iu',
);
const behind =
  /^([^]*?[.!?。」”"])\s*[(（]((?:[\p{L}\p{M}.'’& -]+\/)+[\p{L}\p{M}.'’& -]+|AP|AFP|Reuters|dpa|EPA|Getty Images)[)）]\s*$/u;

const parted = /^([^]*?[.!?。।])\s*[|/]\s*((?! )[\p{L}\p{M}\p{N} &.'’/-]{2,60})$/u;

/** A caption without the credit at its end, as agencies deliver it, and the credit as it stands there. */
export function withoutCredit(text: string): { caption: string; credit?: string } {
  const line = text.replace(/\s+/g, ' ').trim();
  const [, caption = '', credit] = tail.exec(line) ?? behind.exec(line) ?? parted.exec(line) ?? [];
  if (!credit) return { caption: line };
  return { caption: caption.trim(), credit: credit.trim() };
}
