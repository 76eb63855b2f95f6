// ... possible values are: `a`, `b`, `unknownFutureValue`. ...
//     ^^^^^^^^^^^^^^^^^^^ phrase   ^ list, to the end of the sentence
const phrase =
  /\b(?:(?:possible|valid|allowed|supported|permitted|acceptable)\s+(?:enum(?:eration)?\s+|string\s+)?(?:values?|members?|options)(?:\s+(?:for|of)\s+[^:.]{1,60}?)?\s*(?:are|is|can be|:|=)|(?:value|it|this)\s+(?:can|must|should)\s+be\s+(?:one\s+of|either)|one\s+of\s+the\s+following(?:\s+values?)?)\s*(?:one\s+of\s+)?(?:the\s+following(?:\s+values?)?)?\s*[:=]?\s*/gi;
const tick = /`([^`]+)`/g;
const quoted = /["'“]([^"'”]+)["'”]/g;
const member = /^[\p{L}_][\p{L}\p{N}_.\-/]*$/u;
const openEnded = /^\s*(?:include\b|such as|for example|e\.g\.|etc)/i;

/**
 * The members that a description lists in prose, in its order; nothing when it lists none or leaves the list open.
 * Several lists of the same description (they are often repeated) are joined.
 */
export function readEnumPhrase(description: string): string[] | undefined {
  const text = description.replace(/<\/?(?:ul|ol|li|p)\s*\/?>/gi, ", ").replace(/<br\s*\/?>/gi, " <br> ");
  const members: string[] = [];
  for (const match of text.matchAll(phrase)) {
    const list = listAfter(text.slice(match.index + match[0].length));
    for (const name of readList(list)) if (!members.includes(name)) members.push(name);
  }
  return members.length > 0 ? members : undefined;
}

/** Up to the end of the sentence; a full stop inside of ticks or a name ends nothing. */
function listAfter(text: string): string {
  if (openEnded.test(text)) return "";
  let ticked = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "`") ticked = !ticked;
    if (ticked) continue;
    if (/^(?:[.;]\s|[.;]$|\.\)|<br>(?!\s*[,`"']))/.test(text.slice(index)) && text.slice(0, index).trim() !== "") {
      return text.slice(0, index);
    }
  }
  return text;
}

function readList(list: string): string[] {
  if (/\b(?:etc|and so on)\b|\.\.\./i.test(list)) return [];
  const ticked = [...list.matchAll(tick)].map((match) => match[1]?.trim() ?? "");
  if (ticked.length > 0) return ticked.flatMap((names) => names.split(/\s*[,|]\s*/)).filter(isMember);
  const strings = [...list.matchAll(quoted)].map((match) => match[1]?.trim() ?? "");
  if (strings.length > 0) return strings.filter(isMember);
  const bare = list
    .replace(/\([^)]*\)/g, "")
    .replace(/\*\*/g, "")
    .split(/\s*(?:,|\||\bor\b|\band\b)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  // Words that are no list of names are prose: better no enum than a wrong one.
  return bare.length > 1 && bare.every(isMember) ? bare : [];
}

function isMember(name: string): boolean {
  return member.test(name) && !/^(?:null|true|false|microsoft\.graph\.\S*)$/i.test(name);
}
