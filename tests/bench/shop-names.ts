// What the bench's shop sells and to whom: 3,000 products and 120,000 customers in several scripts, made of parts.

export const PRODUCTS = 3_000;
export const CUSTOMERS = 120_000;

/** @param place 0 up to PRODUCTS; each names another product. */
export function productName(place: number): string {
  return nameAt(place, PRODUCT_PARTS);
}

/** @param place 0 up to CUSTOMERS; each names somebody else. */
export function customerName(place: number): string {
  return nameAt(place, CUSTOMER_PARTS);
}

/** Every combination of one word of each list, so many of them, one script after the other. */
interface Parts {
  readonly count: number;
  readonly words: readonly (readonly string[])[];
  readonly between: string;
}

function nameAt(place: number, all: readonly Parts[]): string {
  let rest = place;
  for (const { count, words, between } of all) {
    if (rest >= count) {
      rest -= count;
      continue;
    }
    const picked: string[] = [];
    for (const list of words) {
      picked.push(list[rest % list.length] ?? '');
      rest = Math.floor(rest / list.length);
    }
    return picked.join(between);
  }
  throw new Error(`there is no name number ${place}`);
}

const list = (text: string): readonly string[] => text.split('|');
const letters = Array.from('ABCDEFGHIJKLMNOPRSTUVW', (letter) => `${letter}.`);

const PRODUCT_PARTS: readonly Parts[] = [
  {
    count: 2_000,
    between: ' ',
    words: [
      list(
        'Acer|Brother|Canon|Deuter|Epson|Fjällräven|Grundig|Hama|Iittala|JBL|Kärcher|Lenovo|Makita|Nokia|Osram|Philips|Quechua|Röhm|Samsung|Tefal',
      ),
      list('laptop|mouse|keyboard|desk lamp|headphones|kettle|rucksack|power bank|monitor 27"|crème brûlée set'),
      list('black|white|sand|navy|moss green|16 GB|512 GB|pack of 3|40×60 cm|=special='),
    ],
  },
  {
    count: 400,
    between: ' ',
    words: [
      list('ढाका|पश्मिना|इलाम|पोखरा|नेपाली|हिमाल|पाल्पा|भक्तपुर|मुस्ताङ|जनकपुर'),
      list('टोपी|सल|चिया|झोला|कागज|गलैँचा|चुरा|खुकुरी'),
      list('रातो|कालो|नीलो|सेतो|खैरो'),
    ],
  },
  {
    count: 300,
    between: ' ',
    words: [
      list('سجادة|قهوة|حقيبة|مصباح|إبريق|وشاح'),
      list('صوف|عربية|جلد|نحاس|فخار'),
      list('يدوية|كبيرة|صغيرة|حمراء|زرقاء|١٢٠×١٨٠|١٦٠×٢٣٠|٥٠٠ غرام|بالهيل|فاخرة'),
    ],
  },
  {
    count: 200,
    between: ' ',
    words: [list('南部鉄器|有田焼|西陣|京都|輪島'), list('急須|抹茶|湯呑|扇子|風呂敷|茶碗|箸|漆器'), list('黒|藍|赤|白|40g')],
  },
  {
    count: 100,
    between: ' ',
    words: [
      list('Чайник|Плед|Самовар|Платок|Шкатулка'),
      list('медный|шерстяной|расписной|большой'),
      list('синий|красный|белый|чёрный|2 л'),
    ],
  },
];

const CUSTOMER_PARTS: readonly Parts[] = [
  {
    count: 66_000,
    between: ' ',
    words: [
      list(
        'Sita|Ram|Zoë|José|Anna|Oluwaseun|Siobhán|Peter|Maria|Tomás|Ingrid|Luca|Chloé|Bjørn|Hana|Miguel|Agnieszka|Jürgen|Nadia|Tenzin|Amara|Paul|Elif|David|Freya|Marek|Julia|Samir|Grace|Owen',
      ),
      letters,
      list(
        'Gurung|Thapa|Müller|Núñez|Adébáyò|O’Neill|Smith|Novák|Silva|Rossi|Dubois|Hansen|Kowalski|Yılmaz|Sherpa|García|Jensen|Fischer|Okafor|Martin|Costa|Berg|Lindqvist|Weber|Moreau|Santos|Shrestha|Tamang|Rai|Lama|Schmidt|Evans|Clark|Walker|Young|King|Wright|Scott|Green|Baker|Adams|Nelson|Hill|Ramírez|Campbell|Mitchell|Roberts|Carter|Phillips|Parker|Turner|Collins|Stewart|Morris|Reed|Cook|Bell|Murphy|Bailey|Cooper|Ward|Cox|Gray|James|Hughes|Price|Myers|Long|Foster|Sanders|Ross|Powell|Sullivan|Russell|Ortiz|Jenkins|Perry|Butler|Barnes|Fisher|Henderson|Coleman|Simmons|Patterson|Jordan|Reynolds|Hamilton|Graham|Kim|Gonzales|Alexander|Ramos|Wallace|Griffin|West|Cole|Hayes|Chavez|Gibson|Bryant',
      ),
    ],
  },
  {
    count: 24_000,
    between: ' ',
    words: [
      list('सीता|राम|गीता|हरि|कमला|विष्णु|लक्ष्मी|कृष्ण|सरिता|प्रकाश|अनिता|दीपक|सुनीता|राजेश|मीना|सुरेश|रीता|गोपाल|शान्ति|मोहन'),
      list('कुमारी|बहादुर|प्रसाद|देवी|राज|माया|नाथ|कान्त|लाल|चन्द्र|मान|श्री'),
      list('गुरुङ|थापा|श्रेष्ठ|तामाङ|राई|लामा|शर्मा|अधिकारी|पौडेल|कोइराला|भट्टराई|खड्का|बस्नेत|महर्जन|शाक्य|जोशी|पन्त|न्यौपाने|घिमिरे|ढकाल'),
      list('१|२|३|४|५'),
    ],
  },
  {
    count: 16_000,
    between: ' ',
    words: [
      list('فاطمة|أحمد|مريم|يوسف|زينب|علي|خديجة|حسن|ليلى|عمر|سارة|إبراهيم|نور|خالد|هدى|محمود|سلمى|طارق|رنا|سامي'),
      list('بنت|ابن|أم|أبو'),
      list('سالم|ناصر|كريم|جابر|رشيد|فارس|منصور|حبيب|صالح|بدر'),
      list(
        'الزهراء|المصري|البغدادي|الشامي|التونسي|الحلبي|القدسي|النجار|الحداد|الخطيب|العلي|الحسن|السيد|الفارس|الكاتب|الخياط|الصباغ|العطار|الشريف|الأمين',
      ),
    ],
  },
  {
    count: 14_000,
    between: ' ',
    words: [
      list('山田|佐藤|鈴木|高橋|田中|伊藤|渡辺|中村|小林|加藤|吉田|山本|松本|井上|木村|林|清水|山口|森|池田'),
      list('花|美|健|裕|真|直|和|正|春|秋|夏|冬|千|幸'),
      list(
        '子|一|二|三|人|也|樹|介|香|奈|恵|代|江|音|菜|里|乃|希|翔|太|郎|朗|輝|雄|夫|彦|哉|平|助|治|士|志|司|造|蔵|吉|斗|生|成|光|明|行|之|久|尚|宏|信|弘|広|博',
      ),
    ],
  },
];
