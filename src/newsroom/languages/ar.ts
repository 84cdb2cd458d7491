import 'dayjs/locale/ar.js';
import type { Language, Script } from './language.ts';

const plural = new Intl.PluralRules('ar');

export const arabicScript: Script = {
  serif: ['Noto Naskh Arabic', 'Geeza Pro', 'Broadsheet Serif'],
  sans: ['Noto Sans Arabic', 'Broadsheet Sans', 'system-ui'],
  leading: 1.8,
  headline: { leading: 1.45, letter: 0.42 },
  emphasis: 'weight',
  joined: true,
};

export const arabic: Language = {
  tag: 'ar',
  typography: { quotes: ['”“', '’‘'] },
  dates: { locale: 'ar', day: 'dddd، D MMMM YYYY', hour: '، HH:mm' },
  comma: '، ',
  pace: { words: 170 },
  script: arabicScript,
  words: ({ number, digits, quoted }) => {
    /** A noun with its number: the number is a word of its own from three on. */
    const counted = (count: number, forms: { [form in Intl.LDMLPluralRule]: string }) => {
      const form = plural.select(count);
      return form === 'zero' || form === 'one' || form === 'two' ? forms[form] : `${number(count)} ${forms[form]}`;
    };
    const stories = (count: number) =>
      counted(count, {
        zero: 'لا مقالات',
        one: 'مقال واحد',
        two: 'مقالان',
        few: 'مقالات',
        many: 'مقالًا',
        other: 'مقال',
      });
    return {
      language: 'ar',
      skipToText: 'انتقل إلى النص',
      frontPage: 'الصفحة الأولى',
      kinds: {
        news: undefined,
        briefs: 'باختصار',
        analysis: 'تحليل',
        opinion: 'رأي',
        feature: 'تقرير',
        obituary: 'نعي',
      },
      credits: {
        writer: (names) => `بقلم ${names}`,
        editor: (names) => `تحرير ${names}`,
        photographer: (names) => `تصوير ${names}`,
        illustrator: (names) => `رسوم ${names}`,
        cartographer: (names) => `خرائط ${names}`,
        translator: (names) => `ترجمة ${names}`,
      },
      withAgencies: (names) => `مع تقارير من ${names}`,
      published: 'نُشر',
      updated: 'حُدّث',
      at: (time) => `في ${time}`,
      oldNotice: (years) =>
        `مضى على نشر هذا المقال أكثر من ${counted(years, {
          zero: 'عام',
          one: 'عام',
          two: 'عامين',
          few: 'أعوام',
          many: 'عامًا',
          other: 'عام',
        })}.`,
      corrections: 'تصويبات',
      correctionKinds: { correction: 'تصويب', clarification: 'توضيح', update: 'تحديث' },
      provenance: ({ publication, date, headline, section, page }) =>
        `نُشرت نسخة من هذا المقال في الطبعة الورقية من ${publication} بتاريخ ${date}` +
        `${section || page ? ` (${[section, page && `صفحة ${digits(page)}`].filter(Boolean).join('، ')})` : ''}` +
        `${headline ? ` تحت عنوان ${quoted(headline)}` : ''}.`,
      video: 'فيديو',
      watchAt: (host) => `شاهد أو اقرأ على ${host}`,
      related: 'مقالات ذات صلة',
      footnotes: 'ملاحظات',
      backToText: (note) => `العودة إلى النص من الملاحظة ${digits(note)}`,
      table: 'جدول',
      picture: 'صورة',
      pictures: 'صور',
      quotation: 'اقتباس',
      box: 'إطار',
      withdrawn: 'سُحب هذا المقال',
      withdrawnOn: (date) => `سُحب في ${date}`,
      topics: 'موضوعات',
      stayInTouch: 'ابقَ على اطلاع',
      groups: { paper: 'الصحيفة', read: 'للقراءة', follow: 'للمتابعة', policies: 'السياسات' },
      imprint: 'بيانات النشر',
      publishedBy: (publisher) => `تصدرها ${publisher}`,
      textLicence: (licence) => `رخصة النص: ${licence}`,
      noStories: 'لم تُنشر أي مقالات بعد.',
      notFound: 'لا توجد صفحة على هذا العنوان',
      notFoundText: 'قد يكون العنوان مكتوبًا خطأً. يمكنكم العثور على كل المقالات بالبحث، وأحدثها في الصفحة الأولى.',
      lists: {
        navigation: 'أقسام الصحيفة',
        sections: 'الأقسام',
        archive: 'الأرشيف',
        contributors: 'الكتّاب',
        editions: 'الأعداد الورقية',
        search: 'البحث',
        storyCount: stories,
        newer: 'مقالات أحدث',
        older: 'مقالات أقدم',
        newest: 'أحدث المقالات',
        pageNumber: (page) => `الصفحة ${number(page)}`,
        storiesBy: (name) => `مقالات ${name}`,
        printEdition: (date) => `العدد الورقي ليوم ${date}`,
        printPage: (page) => `الصفحة ${digits(page)}`,
        printHeadline: (headline) => `في الطبعة الورقية: ${quoted(headline)}`,
        nothingListed: 'لا يوجد شيء هنا بعد.',
        noCorrections: 'لم يُنشر أي تصويب حتى الآن.',
        links: 'روابط',
        pages: 'الصفحات',
        trail: 'موضع هذه الصفحة',
      },
      feeds: {
        label: 'الخلاصات',
        about: 'هذه خلاصة. ضع عنوانها في قارئ خلاصات، فيصلك كل خبر جديد كاملًا بترتيب النشر.',
      },
      front: {
        briefs: 'باختصار',
        analysis: 'تحليل ورأي',
        earlier: 'من الأيام السابقة',
        allOf: (section) => `كل مقالات قسم ${section}`,
      },
      article: {
        readingTime: (minutes) =>
          `مدة القراءة: ${counted(minutes, {
            zero: 'أقل من دقيقة',
            one: 'دقيقة واحدة',
            two: 'دقيقتان',
            few: 'دقائق',
            many: 'دقيقة',
            other: 'دقيقة',
          })}`,
        contents: 'في هذا المقال',
        previousIn: (section) => `السابق في قسم ${section}`,
        nextIn: (section) => `التالي في قسم ${section}`,
        moreOnTopic: 'المزيد عن هذا الموضوع',
      },
      sharing: {
        share: 'مشاركة',
        copyLink: 'نسخ الرابط',
        email: 'البريد الإلكتروني',
        copyPassage: 'نسخ رابط هذه الفقرة',
        copyQuote: 'نسخ الاقتباس مع رابطه',
        linkCopied: 'نُسخ الرابط.',
        quoteCopied: 'نُسخ الاقتباس مع رابطه.',
        citationCopied: 'نُسخ التوثيق.',
        notCopied: 'لم ينسخ المتصفح ما يلي:',
        moved: 'عُدّلت الفقرة التي يشير إليها هذا الرابط أو حُذفت، وهذه أقرب فقرة إليها.',
        cite: 'توثيق هذا المقال',
        copy: 'نسخ',
        qrCode: 'رمز QR للرابط القصير',
      },
      onPaper: {
        folio: (page, pages) => `الصفحة ${page} من ${pages}`,
        qr: (address) => `رمز QR للرابط ${address}`,
        version: (version) => `النسخة ${number(version)}`,
        print: 'طباعة',
        pictures: 'مع الصور',
        larger: 'خط أكبر',
      },
      newspaper: {
        toPrint: 'بهيئة جريدة للطباعة',
        continuedOn: (page) => `التتمة في الصفحة ${digits(page)}`,
        continuedFrom: (page) => `تتمة الصفحة ${digits(page)}`,
        inside: 'في هذا العدد',
        files: 'ملفات للتنزيل',
        accessible: 'النص كامل ومرتب للقراءة، وفيه عناوين وفهرس ووصف للصور.',
      },
      searching: {
        label: 'ابحث في الأرشيف',
        description: (name) => `ابحث في كل مقالات ${name} بالكلمة والقسم والموضوع والكاتب والسنة.`,
        button: 'ابحث',
        resultCount: (count) => `نتائج البحث: ${stories(count)}`,
        nothing: (query) => `لا يوجد مقال يتضمن ${quoted(query)}.`,
        near: 'قريب منه:',
        busy: 'جارٍ البحث…',
        failed: 'تعذّر تحميل البحث. يضم الأرشيف كل المقالات مرتبة حسب السنة.',
        more: 'المزيد من النتائج',
        filters: 'تضييق نطاق البحث',
        section: 'القسم',
        topic: 'الموضوع',
        contributor: 'الكاتب',
        year: 'السنة',
        all: 'الكل',
        order: 'الترتيب',
        byRelevance: 'الأقرب إلى البحث أولًا',
        byNewest: 'الأحدث أولًا',
        byOldest: 'الأقدم أولًا',
        withoutScript:
          'يعمل البحث داخل المتصفح ويحتاج إلى جافا سكريبت. ومن دونها يضم الأرشيف كل المقالات مرتبة حسب السنة.',
      },
      comfort: {
        tools: 'أدوات القراءة',
        settings: 'إعدادات العرض',
        close: 'إغلاق',
        theme: 'الألوان',
        themes: { auto: 'حسب الجهاز', paper: 'ورقي', dark: 'داكن', sepia: 'بني فاتح' },
        textSize: 'حجم الخط',
        spacing: 'تباعد الأسطر',
        letterSpacing: 'تباعد الحروف',
        lineLength: 'طول السطر',
        typeface: 'نوع الخط',
        typefaces: { serif: 'خط النسخ', sans: 'خط بسيط' },
        singleKeys: 'اختصارات بمفتاح واحد',
        reset: 'إعادة الضبط',
        save: 'احفظ للقراءة لاحقًا',
        saved: 'محفوظ',
        savedStories: 'المقالات المحفوظة',
        nothingSaved: 'لم يُحفظ أي مقال على هذا الجهاز بعد.',
        needsScript: 'تُحفظ المقالات على الجهاز بواسطة جافا سكريبت، وهي متوقفة.',
        readableOffline: 'يمكن قراءته دون اتصال',
        remove: 'إزالة',
        offline: 'لا يوجد اتصال بالشبكة: هذه هي النسخة المحفوظة على هذا الجهاز.',
        notKept: 'لا يوجد اتصال بالشبكة، وهذه الصفحة غير محفوظة على هذا الجهاز.',
        resume: 'تابع القراءة من حيث توقفت',
        listen: 'استمع',
        pause: 'إيقاف مؤقت',
        goOn: 'متابعة',
        stop: 'إيقاف',
        help: 'اختصارات لوحة المفاتيح',
        keys: {
          search: 'البحث',
          next: 'المقال التالي',
          previous: 'المقال السابق',
          front: 'الصفحة الأولى',
          save: 'احفظ للقراءة لاحقًا',
          settings: 'إعدادات العرض',
          top: 'العودة إلى العنوان',
          help: 'هذه القائمة',
        },
        enlarge: 'تكبير الصورة',
        nextPicture: 'الصورة التالية',
        previousPicture: 'الصورة السابقة',
        pictureOf: (picture, count) => `الصورة ${picture} من ${count}`,
        play: 'تشغيل الفيديو',
      },
    };
  },
  firstEdition: (name) => ({
    section: { name: 'أخبار', description: 'ما حدث وما يعنيه.' },
    desk: 'هيئة التحرير',
    about: {
      title: 'عن هذه الصحيفة',
      description: `ما هي ${name} ومن يصدرها.`,
      text: `${name} صحيفة تكتب مقالاتها [هيئة تحريرها](/contributors/newsdesk/).

نصحح الأخطاء علنًا: كل تصحيح منشور أسفل مقاله وفي [صفحة التصحيحات](/corrections/).`,
    },
    contact: {
      title: 'اتصلوا بنا',
      description: `كيف تتواصلون مع ${name}.`,
      text: 'نرحب برسائلكم وأسئلتكم وتصحيحاتكم.',
    },
    story: {
      headline: `صدور ${name}`,
      standfirst: 'هذا المقال الأول يبين ما يمكن أن يحتويه المقال.',
      picture: {
        alt: 'رسم لصفحة أولى: عنوان وعمودان من النص وصورة.',
        caption: 'هكذا تبدأ الصفحة الأولى.',
        credit: `رسم: ${name}`,
      },
      text: `كل مقال مجلد فيه نص، وموضعه هو عنوانه الدائم. يمكن تعديل هذا المقال أو حذف مجلده.

يمكن *إبراز* الكلمات و[ربطها بصفحات أخرى](/about/). وفي ما يلي ما يمكن أن يحتويه المقال أيضًا.

## اقتباسات وأطر وجداول

:::pull-quote
ما يستحق أن يُقرأ مرتين يمكن إبرازه خارج النص.
:::

توضع الحقائق في إطار بجانب النص.

:::fact-box[الأوامر الأولى]
- \`npm run dev\`: يعرض الصحيفة وكل تعديل فيها
- \`npm run desk new\`: ينشئ مقالًا
- \`npm run check\`: يبين ما يجب إصلاحه
- \`npm run desk publish\`: ينشر
:::

| الصفحة | المحتوى |
| --- | --- |
| [الصفحة الأولى](/) | أحدث المقالات |
| [الأرشيف](/archive/) | كل المقالات |`,
    },
  }),
};
