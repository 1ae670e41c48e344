// Places concepts on a plane: related ones near each other, none upon another. The same concepts always get the same places.

const STEPS = 260;
const IDEAL = 70;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places nodes by forces (Fruchterman and Reingold 1991): every two push each other away, edges pull, all are drawn to the
 * middle, and the steps grow smaller. It starts on a sunflower spiral, where nothing is left to chance.
 * @param {{r: number, group: number}[]} nodes The nodes; their x and y are set.
 * @param {{from: number, to: number, strength: number}[]} edges Their edges, by the nodes' numbers.
 */
export function place(nodes, edges) {
  const count = nodes.length;
  const order = nodes.map((_, i) => i).sort((a, b) => nodes[a].group - nodes[b].group || a - b);
  order.forEach((node, i) => {
    const distance = IDEAL * 0.75 * Math.sqrt(i + 0.5);
    nodes[node].x = distance * Math.cos(i * GOLDEN);
    nodes[node].y = distance * Math.sin(i * GOLDEN);
  });
  const dx = new Float64Array(count);
  const dy = new Float64Array(count);
  for (let step = 0; step < STEPS; step++) {
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const x = nodes[i].x - nodes[j].x;
        const y = nodes[i].y - nodes[j].y;
        const square = Math.max(1, x * x + y * y);
        const distance = Math.sqrt(square);
        const least = nodes[i].r + nodes[j].r + 14;
        // Beyond the usual distance the push fades away, so that the parts of the map stay near each other.
        const push = IDEAL * IDEAL / square * Math.min(1, 6 * IDEAL / distance) + (distance < least ? (least - distance) / distance : 0);
        dx[i] += x * push;
        dy[i] += y * push;
        dx[j] -= x * push;
        dy[j] -= y * push;
      }
      dx[i] -= nodes[i].x * 0.035;
      dy[i] -= nodes[i].y * 0.06;
    }
    for (const { from, to, strength } of edges) {
      const x = nodes[from].x - nodes[to].x;
      const y = nodes[from].y - nodes[to].y;
      const pull = strength * Math.hypot(x, y) / IDEAL;
      dx[from] -= x * pull;
      dy[from] -= y * pull;
      dx[to] += x * pull;
      dy[to] += y * pull;
    }
    const most = 90 * (1 - step / STEPS) ** 1.5 + 0.5;
    for (let i = 0; i < count; i++) {
      const length = Math.hypot(dx[i], dy[i]) || 1;
      const by = Math.min(most, length) / length;
      nodes[i].x += dx[i] * by;
      nodes[i].y += dy[i] * by;
    }
  }
}

/**
 * The groups of nodes: the topmost node above each, by following the first edge up.
 * @param {number[][]} above For each node, those broader than it.
 * @returns {number[]} For each node, the number of its topmost node.
 */
export function tops(above) {
  return above.map((_, node) => {
    const seen = new Set();
    while (above[node].length > 0 && !seen.has(node)) {
      seen.add(node);
      node = above[node][0];
    }
    return node;
  });
}
