/** Names of columns as steps can say them: steps part columns by commas and tell filters by their signs, and no two columns share a name. */
export function stepNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const plain = name.replace(/[\s,，:：=<>＜＞≥≤＝!！]+/g, '_');
    let key = plain;
    for (let again = 2; taken.has(key); again++) key = `${plain}_${again}`;
    taken.add(key);
    return key;
  });
}
