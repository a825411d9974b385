// Advance widths of the shipped font in thousandths of its size, for the characters from space to tilde. Layouts need
// them where no browser and no font file is at hand; a test compares them with the font.
const regular =
  "281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662";
const bold =
  "252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319 329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650 660 736 728 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900 612 609 624 624 397 549 353 612 587 839 569 588 566 455 359 455 673";

export type Weight = 400 | 600;

const tables: Readonly<Record<Weight, readonly number[]>> = {
  400: regular.split(" ").map(Number),
  600: bold.split(" ").map(Number),
};

const others = new Map<string, number>([
  ["–", 500],
  ["—", 1000],
  ["→", 954],
  ["·", 319],
  ["•", 563],
  ["…", 956],
  ["’", 294],
]);

/** Any other character counts as a wide letter: Cyrillic averages 0.7, and too much room is better than too little. */
const unknownWidth = 720;

/** The width in pixels of one line of text in the house's font. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const table = tables[weight];
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    sum += table[code - 32] ?? others.get(letter) ?? unknownWidth;
  }
  return (sum * size) / 1000;
}

/** Text broken at spaces into lines of at most `width` pixels; a single longer word is broken where it must be. */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (textWidth(line, size, weight) > width && line.length > 1) {
      const fits = fitting(line, width, size, weight);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  lines.push(line);
  return lines;
}

function fitting(word: string, width: number, size: number, weight: Weight): number {
  let fits = 0;
  for (const letter of word) {
    if (fits > 0 && textWidth(word.slice(0, fits + letter.length), size, weight) > width) break;
    fits += letter.length;
  }
  return fits;
}
