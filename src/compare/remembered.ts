/** A value worked out once for as long as the immutable thing it was worked out from lives: drilling down asks for the same columns again. */
export function remembered<From extends object, Value>(make: (from: From) => Value): (from: From) => Value {
  const known = new WeakMap<From, Value>();
  return from => {
    const found = known.get(from);
    if (found !== undefined) return found;
    const value = make(from);
    known.set(from, value);
    return value;
  };
}
