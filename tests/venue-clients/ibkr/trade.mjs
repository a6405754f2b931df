// A third party's client (@stoqey/ib) trades against the simulated TWS. Exit code 0: everything came, and nothing failed to decode.
import { EventName, IBApi, OrderAction, OrderType, SecType, TimeInForce } from '@stoqey/ib';

const port = Number(process.argv[2]);
const api = new IBApi({ host: '127.0.0.1', port, clientId: 91 });
const failures = [];
const seen = { fills: 0, commissions: 0, positions: new Map(), bars: 0, statuses: [], summary: new Map(), ticks: 0, depth: 0 };
// Notices of the farms, and the echo of our own cancel.
const expected = new Set();
const benign = new Set([2104, 2106, 2158, 202]);

api.on(EventName.error, (error, code, reqId) => {
  if (!benign.has(code) && !expected.has(`${code} ${reqId}`)) failures.push(`${code} (${reqId}): ${error.message}`);
});

const within = (what, register) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error(`not within 15 s: ${what}`)), 15000);
  register((value) => { clearTimeout(timer); resolve(value); });
});
const until = (what, event, condition) => within(what, (done) => {
  const listener = (...args) => {
    if (!condition(...args)) return;
    api.off(event, listener);
    done(args);
  };
  api.on(event, listener);
});

const stock = { symbol: 'AAPL', secType: SecType.STK, exchange: 'SMART', currency: 'USD' };
const order = (action, orderType, rest = {}) => ({ action, orderType, totalQuantity: 100, tif: TimeInForce.DAY, transmit: true, orderRef: 'third-party', ...rest });

api.on(EventName.execDetails, (reqId, contract, execution) => { if (reqId === -1) seen.fills += execution.shares; });
api.on(EventName.commissionReport, () => { seen.commissions += 1; });
api.on(EventName.orderStatus, (id, status) => seen.statuses.push(`${id}:${status}`));
api.on(EventName.position, (account, contract, quantity) => seen.positions.set(contract.symbol, quantity));
api.on(EventName.accountSummary, (reqId, account, tag, value) => seen.summary.set(tag, Number(value)));
api.on(EventName.tickPrice, () => { seen.ticks += 1; });
api.on(EventName.updateMktDepthL2, () => { seen.depth += 1; });
api.on(EventName.historicalData, (reqId, time) => { if (!String(time).startsWith('finished')) seen.bars += 1; });

async function run() {
  const first = until('the first order id', EventName.nextValidId, () => true);
  api.connect();
  const [nextId] = await first;

  const details = until('contract details', EventName.contractDetails, (reqId, d) => reqId === 9001 && d.contract.conId === 265598);
  api.reqContractDetails(9001, stock);
  await details;

  const market = until('the market order to fill', EventName.orderStatus, (id, status) => id === nextId && status === 'Filled');
  api.placeOrder(nextId, stock, order(OrderAction.BUY, OrderType.MKT));
  await market;

  const rests = until('the limit order to rest', EventName.orderStatus, (id, status) => id === nextId + 1 && status === 'Submitted');
  api.placeOrder(nextId + 1, stock, order(OrderAction.BUY, OrderType.LMT, { lmtPrice: 120.01 }));
  await rests;
  const listed = until('the list of working orders', EventName.openOrderEnd, () => true);
  api.reqOpenOrders();
  await listed;
  const canceled = until('the cancel', EventName.orderStatus, (id, status) => id === nextId + 1 && status === 'Cancelled');
  api.cancelOrder(nextId + 1, '');
  await canceled;

  const stop = until('the stop to wait', EventName.orderStatus, (id, status) => id === nextId + 2 && status === 'PreSubmitted');
  api.placeOrder(nextId + 2, stock, order(OrderAction.SELL, OrderType.STP, { auxPrice: 100, tif: TimeInForce.GTC }));
  await stop;
  const trail = until('the trailing stop', EventName.orderStatus, (id, status) => id === nextId + 3 && status === 'PreSubmitted');
  api.placeOrder(nextId + 3, stock, order(OrderAction.SELL, OrderType.TRAIL, { auxPrice: 25, tif: TimeInForce.GTC }));
  await trail;
  api.reqGlobalCancel();
  await until('all canceled', EventName.orderStatus, (id, status) => id === nextId + 3 && status === 'Cancelled');

  const positions = until('the positions', EventName.positionEnd, () => true);
  api.reqPositions();
  await positions;
  const summary = until('the account summary', EventName.accountSummaryEnd, (reqId) => reqId === 9002);
  api.reqAccountSummary(9002, 'All', 'NetLiquidation,TotalCashValue,BuyingPower');
  await summary;
  const executions = until('the executions', EventName.execDetailsEnd, (reqId) => reqId === 9003);
  api.reqExecutions(9003, {});
  await executions;
  const history = until('history', EventName.historicalData, (reqId, time) => String(time).startsWith('finished'));
  api.reqHistoricalData(9004, stock, '', '1 D', '5 mins', 'TRADES', 1, 1, false);
  await history;
  const quotes = until('quotes', EventName.tickPrice, (reqId, type) => reqId === 9005 && type === 4);
  api.reqMktData(9005, stock, '', false, false);
  await quotes;
  api.cancelMktData(9005);
  const depth = until('depth', EventName.updateMktDepthL2, (reqId) => reqId === 9006);
  api.reqMktDepth(9006, stock, 5, true);
  await depth;
  api.cancelMktDepth(9006, true);
  const bar = until('a bar of five seconds', EventName.realtimeBar, (reqId) => reqId === 9007);
  api.reqRealTimeBars(9007, stock, 5, 'TRADES', true);
  await bar;
  api.cancelRealTimeBars(9007);

  // What our own client never asks. Nothing is left without an answer.
  const answered = async (what, event, call, condition = () => true) => {
    const came = until(what, event, condition);
    call();
    return came;
  };
  const option = { symbol: 'AAPL', secType: SecType.OPT, exchange: 'SMART', currency: 'USD' };
  await answered('positions of all models', EventName.positionMultiEnd, () => api.reqPositionsMulti(9010, 'DU1234567', ''));
  await answered('values of all models', EventName.accountUpdateMultiEnd, () => api.reqAccountUpdatesMulti(9011, 'DU1234567', '', false));
  await answered('profit', EventName.pnl, () => api.reqPnL(9012, 'DU1234567', ''));
  await answered('profit of one', EventName.pnlSingle, () => api.reqPnLSingle(9013, 'DU1234567', '', 265598));
  await answered('symbols', EventName.symbolSamples, () => api.reqMatchingSymbols(9014, 'AAP'), (reqId, found) => found.length === 1);
  await answered('chains', EventName.securityDefinitionOptionParameterEnd, () => api.reqSecDefOptParams(9015, 'AAPL', '', 'STK', 265598));
  await answered('first history', EventName.headTimestamp, () => api.reqHeadTimestamp(9016, stock, 'TRADES', true, 1));
  await answered('a market rule', EventName.marketRule, () => api.reqMarketRule(26));
  for (const kind of ['Last', 'BidAsk', 'MidPoint']) {
    const event = { Last: EventName.tickByTickAllLast, BidAsk: EventName.tickByTickBidAsk, MidPoint: EventName.tickByTickMidPoint }[kind];
    await answered(`tick by tick ${kind}`, event, () => api.reqTickByTickData(9017, stock, kind, 0, false));
    api.cancelTickByTickData(9017);
  }
  const strikes = [];
  api.on(EventName.contractDetails, (reqId, d) => { if (reqId === 9018) strikes.push(d.contract.strike); });
  await answered('the options', EventName.contractDetailsEnd, () => api.reqContractDetails(9018, option), (reqId) => reqId === 9018);
  if (strikes.length !== 6 || !strikes.includes(155)) failures.push(`strikes came: ${strikes}`);
  const refused = (code, reqId, what, call) => {
    const came = until(what, EventName.error, (error, c, r) => c === code && r === reqId);
    expected.add(`${code} ${reqId}`);
    call();
    return came;
  };
  await refused(321, 9019, 'news refused', () => api.reqHistoricalNews(9019, 265598, 'BRFG', '', '', 5));
  await refused(321, 9020, 'a histogram refused', () => api.reqHistogramData(9020, stock, true, 3, 'D'));
  await refused(321, 9021, 'a bar size refused', () => api.reqHistoricalData(9021, stock, '', '1 D', '7 mins', 'TRADES', 1, 1, false));
  await refused(300, 9022, 'an unknown ticker refused', () => api.cancelMktData(9022));
  await refused(200, 9023, 'another exchange refused', () => api.reqContractDetails(9023, { ...stock, exchange: 'LSE' }));
  const none = until('no executions of another symbol', EventName.execDetailsEnd, (reqId) => reqId === 9024);
  let others = 0;
  api.on(EventName.execDetails, (reqId) => { if (reqId === 9024) others += 1; });
  api.reqExecutions(9024, { symbol: 'MSFT' });
  await none;
  if (others !== 0) failures.push(`${others} executions of another symbol came`);

  // What changes is told until the client has heard enough.
  const moved = until('the position after a trade', EventName.position, (account, contract, quantity) => contract.symbol === 'AAPL' && quantity === 90);
  const held = until('the holding after a trade', EventName.updatePortfolio, (contract, quantity) => contract.symbol === 'AAPL' && quantity === 90);
  api.reqAccountUpdates(true, 'DU1234567');
  const sold = until('the sale', EventName.orderStatus, (id, status) => id === nextId + 4 && status === 'Filled');
  api.placeOrder(nextId + 4, stock, order(OrderAction.SELL, OrderType.MKT, { totalQuantity: 10 }));
  await Promise.all([moved, held, sold]);
  const back = until('the position after another', EventName.position, (account, contract, quantity) => contract.symbol === 'AAPL' && quantity === 100);
  api.placeOrder(nextId + 5, stock, order(OrderAction.BUY, OrderType.MKT, { totalQuantity: 10 }));
  await back;
  api.reqAccountUpdates(false, 'DU1234567');
  let profits = 0;
  api.on(EventName.pnl, (reqId) => { if (reqId === 9025) profits += 1; });
  api.reqPnL(9025, 'DU1234567', '');
  await until('profit again', EventName.pnl, () => profits > 1);
  api.cancelPnL(9025);
  await answered('past trades', EventName.historicalTicksLast,
    () => api.reqHistoricalTicks(9026, stock, '20250110 15:00:00', '', 50, 'TRADES', 1, false), (reqId, ticks) => reqId === 9026 && ticks.length === 50);
  const ticked = new Set();
  api.on(EventName.tickPrice, (reqId, type) => { if (reqId === 9027) ticked.add(type); });
  await answered('the close', EventName.tickPrice, () => api.reqMktData(9027, stock, '', false, false), (reqId, type) => reqId === 9027 && type === 14);
  api.cancelMktData(9027);
  for (const type of [1, 2, 4, 6, 7, 9, 14]) if (!ticked.has(type)) failures.push(`tick ${type} did not come`);
  const nonsense = async (code, id, rest) => refused(code, id, `${code} for nonsense`, () => api.placeOrder(id, stock, order(OrderAction.BUY, OrderType.LMT, { lmtPrice: 120, ...rest })));
  await nonsense(321, nextId + 6, { action: 'HOLD' });
  await nonsense(10052, nextId + 7, { tif: 'XXX' });
  await nonsense(337, nextId + 8, { tif: 'GTD' });
  await nonsense(201, nextId + 9, { totalQuantity: 100000000 });

  // A bracket's children come to the market with the parent's fill, and another client sees them.
  const parent = nextId + 10;
  const child = until('the child to work', EventName.orderStatus, (id, status) => id === parent + 1 && status === 'Submitted');
  api.placeOrder(parent, stock, order(OrderAction.BUY, OrderType.MKT, { totalQuantity: 10, transmit: false }));
  api.placeOrder(parent + 1, stock, order(OrderAction.SELL, OrderType.LMT, { totalQuantity: 10, lmtPrice: 300, parentId: parent, transmit: false }));
  api.placeOrder(parent + 2, stock, order(OrderAction.SELL, OrderType.STP, { totalQuantity: 10, auxPrice: 50, parentId: parent, transmit: true }));
  await child;
  const other = new IBApi({ host: '127.0.0.1', port, clientId: 92 });
  const working = [];
  other.on(EventName.openOrder, (id, contract, o) => working.push(`${o.clientId}:${id}`));
  const all = within('the other client to hear of them', (done) => other.on(EventName.openOrderEnd, done));
  other.on(EventName.nextValidId, () => other.reqAllOpenOrders());
  other.connect();
  await all;
  other.disconnect();
  if (!working.includes(`91:${parent + 1}`) || !working.includes(`91:${parent + 2}`)) failures.push(`another client saw ${working}`);
  seen.positions.set('AAPL', seen.positions.get('AAPL') - 10);
  seen.fills -= 30;

  if (seen.positions.get('AAPL') !== 100) failures.push(`the position is ${seen.positions.get('AAPL')}`);
  if (seen.fills !== 100) failures.push(`fills sum to ${seen.fills}`);
  if (seen.commissions < 1) failures.push('no commission came');
  if (!(seen.summary.get('NetLiquidation') > 900000)) failures.push('no net liquidation came');
  if (seen.bars < 100) failures.push(`${seen.bars} bars came`);
}

try {
  await run();
} catch (failure) {
  failures.push(failure.message);
}
api.disconnect();
console.log(JSON.stringify({ failures, fills: seen.fills, bars: seen.bars, ticks: seen.ticks, depth: seen.depth, statuses: seen.statuses }));
process.exit(failures.length === 0 ? 0 : 1);
