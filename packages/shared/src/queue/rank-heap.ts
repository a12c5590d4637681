/** A binary heap of small whole numbers, lowest on top. */
export class RankHeap {
  private readonly items: number[] = [];

  get top(): number | undefined { return this.items[0]; }

  push(rank: number): void {
    const { items } = this;
    let at = items.push(rank) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] as number) <= rank) break;
      items[at] = items[parent] as number;
      at = parent;
    }
    items[at] = rank;
  }

  pop(): number | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (items[child + 1] as number) < (items[child] as number)) child++;
      if ((items[child] as number) >= last) break;
      items[at] = items[child] as number;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
