import type { Words } from '../words.ts';
import { english } from './en.ts';

export const arabic: Words = {
  language: 'ar',
  skipToText: 'انتقل إلى النص',
  frontPage: 'الصفحة الأولى',
  kinds: { news: undefined, briefs: 'باختصار', analysis: 'تحليل', opinion: 'رأي', feature: 'تقرير', obituary: 'نعي' },
  credits: {
    writer: (names) => `بقلم ${names}`,
    editor: (names) => `تحرير ${names}`,
    photographer: (names) => `تصوير ${names}`,
    illustrator: (names) => `رسوم ${names}`,
    cartographer: (names) => `خرائط ${names}`,
    translator: (names) => `ترجمة ${names}`,
  },
  withAgencies: (names) => `مع تقارير من ${names}`,
  filed: 'كُتب في',
  published: 'نُشر في',
  updated: 'حُدّث في',
  oldNotice: (years) =>
    years === 1 ? 'مضى على نشر هذا المقال أكثر من عام.' : `مضى على نشر هذا المقال أكثر من ${years} أعوام.`,
  corrections: 'تصويبات',
  correctionKinds: { correction: 'تصويب', clarification: 'توضيح', update: 'تحديث' },
  provenance: ({ publication, date, headline, section, page }) =>
    `نُشرت نسخة من هذا المقال في الطبعة الورقية من ${publication} بتاريخ ${date}` +
    `${section || page ? ` (${[section, page && `صفحة ${page}`].filter(Boolean).join('، ')})` : ''}` +
    `${headline ? ` تحت عنوان "${headline}"` : ''}.`,
  video: 'فيديو',
  watchAt: (host) => `شاهد أو اقرأ على ${host}`,
  pictureSource: 'مصدر الصورة',
  related: 'مقالات ذات صلة',
  footnotes: 'ملاحظات',
  backToText: (number) => `العودة إلى النص من الملاحظة ${number}`,
  table: 'جدول',
  withdrawn: 'سُحب هذا المقال',
  withdrawnOn: (date) => `سُحب في ${date}`,
  topics: 'موضوعات',
  stayInTouch: 'ابقَ على اطلاع',
  imprint: 'بيانات النشر',
  publishedBy: (publisher) => `تصدرها ${publisher}`,
  textLicence: (licence) => `رخصة النص: ${licence}`,
  noStories: 'لم تُنشر أي مقالات بعد.',
  notFound: 'لا توجد صفحة على هذا العنوان',
  notFoundText: 'قد يكون العنوان مكتوبًا خطأً. تجدون أحدث المقالات في الصفحة الأولى.',
  lists: english.lists,
  front: english.front,
  article: english.article,
  searching: english.searching,
  comfort: english.comfort,
};
