// What the practice shop sells and to whom: names in several scripts, long ones and odd ones, because real ones are like that.

export interface Product {
  readonly name: string;
  /** Price of one piece, in hundredths. */
  readonly minor: number;
  readonly variants: readonly string[];
}

const clothes = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];
const shoes = ['38', '39', '40', '41', '42', '43', '44', '45'];
const colours = ['black', 'white', 'sand', 'navy', 'rust', 'moss green'];
const none: readonly string[] = [];

export const products: readonly Product[] = [
  { name: 'Acer Aspire 5', minor: 64_900, variants: ['8 GB / 256 GB', '16 GB / 512 GB'] },
  { name: 'Acer Swift Go 14', minor: 89_999, variants: ['silver', 'iron'] },
  { name: 'USB-C cable', minor: 1_290, variants: ['1 m', '2 m', '3 m'] },
  { name: 'Wireless mouse M185', minor: 1_799, variants: ['blue', 'grey', 'red'] },
  { name: 'Mechanical keyboard', minor: 8_450, variants: ['ISO, brown switches', 'ANSI, red switches'] },
  { name: 'Noise-cancelling headphones', minor: 17_995, variants: colours.slice(0, 3) },
  { name: 'Power bank 20 000 mAh', minor: 3_990, variants: none },
  { name: 'LED desk lamp', minor: 4_275, variants: colours.slice(0, 2) },
  { name: 'Merino T-shirt', minor: 5_900, variants: clothes },
  { name: 'Linen shirt', minor: 6_450, variants: clothes },
  { name: 'Rain jacket', minor: 12_900, variants: clothes },
  { name: 'Wool socks, pack of 3', minor: 1_950, variants: ['36-38', '39-41', '42-44', '45-47'] },
  { name: 'Trail running shoes', minor: 11_995, variants: shoes },
  { name: 'Leather sandals', minor: 7_900, variants: shoes },
  { name: 'Canvas tote bag', minor: 1_490, variants: colours },
  { name: 'Rucksack 28 l', minor: 8_995, variants: colours },
  { name: 'Café crème beans, 1 kg', minor: 1_849, variants: ['whole', 'ground'] },
  { name: 'Crème brûlée set, 6 pièces', minor: 3_420, variants: none },
  { name: 'Jalapeño hot sauce, 150 ml', minor: 690, variants: none },
  { name: 'Smørrebrød board, oak', minor: 4_600, variants: none },
  { name: 'Żubrówka glass, pair', minor: 2_380, variants: none },
  { name: 'Großer Bräter, 7 l', minor: 13_900, variants: ['schwarz', 'creme'] },
  { name: 'Thermos flask', minor: 2_995, variants: ['0.5 l', '0.75 l', '1 l'] },
  { name: 'Cast-iron pan', minor: 4_850, variants: ['20 cm', '24 cm', '28 cm'] },
  { name: 'Chef’s knife “Takumi”', minor: 15_800, variants: ['18 cm', '21 cm'] },
  { name: 'ढाका टोपी', minor: 1_250, variants: ['रातो', 'कालो'] },
  { name: 'पश्मिना सल', minor: 9_800, variants: ['नीलो', 'सेतो', 'खैरो'] },
  { name: 'इलाम चिया, ५०० ग्राम', minor: 1_175, variants: none },
  { name: 'سجادة صوف يدوية', minor: 24_500, variants: ['١٢٠×١٨٠', '١٦٠×٢٣٠'] },
  { name: 'قهوة عربية بالهيل', minor: 1_640, variants: none },
  { name: '南部鉄器 急須', minor: 8_640, variants: ['黒', '藍'] },
  { name: '抹茶 40g', minor: 2_160, variants: none },
  { name: 'Notebook A5 📓', minor: 990, variants: ['dotted', 'ruled', 'plain'] },
  { name: '🎁 Gift card', minor: 5_000, variants: none },
  { name: 'Yoga mat 🧘🏽‍♀️', minor: 3_450, variants: colours.slice(2) },
  { name: 'Children’s bicycle 16"', minor: 18_900, variants: ['red', 'blue'] },
  { name: 'Board game <Harbour & Hills>', minor: 4_199, variants: none },
  { name: '=Equals= poster, 50×70', minor: 2_450, variants: none },
  { name: 'Office chair', minor: 23_900, variants: ['black', 'grey'] },
  {
    name: 'Self-watering balcony planter with trellis, overflow protection and mounting brackets for railings from 4 to 12 cm, recycled plastic',
    minor: 5_780,
    variants: ['anthracite, 80 cm', 'terracotta, 60 cm'],
  },
];

export const customers: readonly string[] = [
  'Sita Gurung',
  'Ram Bahadur Thapa',
  'Zoë Müller',
  'José Álvarez Núñez',
  'فاطمة الزهراء',
  '山田 花子',
  'Oluwaseun Adébáyò',
  "Siobhán O'Neill",
];
