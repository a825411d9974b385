import { at, h } from "./dom.js";

/** Puts a text on the clipboard. @returns false where the page may not, and shows the text to be copied by hand */
export async function copy(value: string): Promise<boolean> {
  const box = at<HTMLTextAreaElement>("copied");
  box.hidden = true;
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    box.hidden = false;
    box.value = value;
    box.select();
    return false;
  }
}

/** Offers a text as a file. */
export function save(name: string, content: string, type: string): void {
  const link = h("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Calls back with what is dropped anywhere on the page: a file, or a text. */
export function onDrop(opened: (file: File) => void, text: (text: string) => void): void {
  const { classList } = document.body;
  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      classList.add("dropping");
    });
  }
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    classList.remove("dropping");
    const [file] = event.dataTransfer?.files ?? [];
    if (file) return opened(file);
    const plain = event.dataTransfer?.getData("text/plain") ?? "";
    if (plain !== "") text(plain);
  });
}
