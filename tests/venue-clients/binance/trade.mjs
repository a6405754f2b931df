// ccxt against the simulated Binance: node trade.mjs REST_URL WS_URL WS_API_URL API_KEY API_SECRET
// One line per check; exit code 1 with the first that fails.
import assert from 'node:assert/strict'
import ccxt from 'ccxt'

const [restUrl, wsUrl, wsApiUrl, apiKey, secret] = process.argv.slice(2)
const symbol = 'BTC/USDT'

const exchange = new ccxt.pro.binance({
  apiKey,
  secret,
  timeout: 10_000,
  options: { defaultType: 'spot', fetchMarkets: { types: ['spot'] }, fetchMargins: false },
})
Object.assign(exchange.urls.api, { public: `${restUrl}/api/v3`, private: `${restUrl}/api/v3`, v1: `${restUrl}/api/v1`, sapi: `${restUrl}/sapi/v1` })
exchange.urls.api.ws.spot = `${wsUrl}/stream`
exchange.urls.api.ws['ws-api'].spot = wsApiUrl

async function check (name, work) {
  const seen = await Promise.race([
    work(),
    new Promise((_, reject) => setTimeout(() => reject(new Error('no end within 20 s')), 20_000).unref()),
  ])
  console.log(`${name}: ${seen}`)
}

// Waits for the stream to say what is wanted; other news may come first.
async function until (watch, wanted) {
  for (;;) {
    const news = await watch()
    const found = (Array.isArray(news) ? news : [news]).find(wanted)
    if (found) return found
  }
}

try {
  await exchange.loadHttpProxyAgent()
  await check('markets', async () => {
    const markets = await exchange.loadMarkets()
    assert.equal(markets[symbol].precision.price, 0.01)
    assert.equal(markets[symbol].limits.cost.min, 5)
    return Object.keys(markets).length
  })
  await check('currencies', async () => {
    const currencies = await exchange.fetchCurrencies()
    assert.deepEqual(Object.keys(currencies).sort(), ['BTC', 'ETH', 'USDT'])
    assert.equal(currencies.BTC.deposit, false)
    return Object.keys(currencies).join(' ')
  })
  await check('trading fees', async () => {
    assert.equal((await exchange.fetchTradingFees())[symbol].taker, 0.001)
    assert.equal((await exchange.fetchTradingFee(symbol)).maker, 0.001)
    return 'of all and of one'
  })
  await check('order book', async () => {
    const book = await exchange.fetchOrderBook(symbol)
    assert.ok(book.bids.length === 20 && book.bids[0][0] < book.asks[0][0])
    return `${book.bids[0][0]} / ${book.asks[0][0]}`
  })
  await check('candles', async () => {
    const candles = await exchange.fetchOHLCV(symbol, '1h', undefined, 48)
    assert.equal(candles.length, 48)
    assert.ok(candles.every(([, open, high, low, close]) => low <= open && open <= high && low <= close && close <= high))
    return candles.length
  })
  await check('ticker', async () => (await exchange.fetchTicker(symbol)).last)
  await check('balance', async () => {
    const balance = await exchange.fetchBalance()
    assert.equal(balance.BTC.total, 10)
    return `${balance.USDT.free} USDT`
  })
  await check('market order', async () => {
    const order = await exchange.createOrder(symbol, 'market', 'buy', 0.01)
    assert.equal(order.status, 'closed')
    assert.equal(order.filled, 0.01)
    const trades = await exchange.fetchMyTrades(symbol)
    assert.equal(trades.reduce((sum, trade) => sum + trade.amount, 0), 0.01)
    return order.average
  })
  await check('limit order', async () => {
    const placed = await exchange.createOrder(symbol, 'limit', 'buy', 0.01, 45_000, { newClientOrderId: 'ccxt-limit-1' })
    assert.equal(placed.status, 'open')
    assert.equal((await exchange.fetchOrder(placed.id, symbol)).clientOrderId, 'ccxt-limit-1')
    assert.equal((await exchange.fetchOpenOrders(symbol)).length, 1)
    assert.equal((await exchange.cancelOrder(placed.id, symbol)).status, 'canceled')
    assert.equal((await exchange.fetchOpenOrders(symbol)).length, 0)
    return placed.id
  })
  await check('refusals', async () => {
    await assert.rejects(exchange.createOrder(symbol, 'limit', 'sell', 100, 60_000), ccxt.InsufficientFunds)
    await assert.rejects(exchange.cancelOrder('999', symbol), ccxt.OrderNotFound)
    return 'insufficient funds, order not found'
  })
  await check('every order type', async () => {
    const last = (await exchange.fetchTicker(symbol)).last
    const at = share => Number(exchange.priceToPrecision(symbol, last * share))
    const of = async (type, side, amount, price, params) => {
      const order = await exchange.createOrder(symbol, type, side, amount, price, params)
      return [order.info.type, order.info.status, order.info.timeInForce].join(' ')
    }
    assert.equal(await of('limit', 'buy', 0.01, at(0.8), { timeInForce: 'IOC' }), 'LIMIT EXPIRED IOC')
    // More than the levels hold that the market can have moved over meanwhile.
    const bid = (await exchange.fetchOrderBook(symbol)).bids[0][0]
    assert.equal(await of('limit', 'sell', 9.9, bid, { timeInForce: 'FOK' }), 'LIMIT EXPIRED FOK')
    assert.equal(await of('limit', 'buy', 0.01, at(0.8), { postOnly: true }), 'LIMIT_MAKER NEW GTC')
    assert.equal(await of('market', 'sell', 0.01, undefined, { stopLossPrice: at(0.8) }), 'STOP_LOSS NEW GTC')
    assert.equal(await of('limit', 'sell', 0.01, at(0.79), { stopLossPrice: at(0.8) }), 'STOP_LOSS_LIMIT NEW GTC')
    assert.equal(await of('limit', 'sell', 0.01, at(1.3), { takeProfitPrice: at(1.3) }), 'TAKE_PROFIT_LIMIT NEW GTC')
    await assert.rejects(of('limit', 'sell', 0.01, at(1.3), { stopLossPrice: at(1.3) }))
    await assert.rejects(of('limit', 'buy', 0.01, at(1.2), { postOnly: true }), ccxt.OrderImmediatelyFillable)
    const spent = await exchange.createMarketBuyOrderWithCost(symbol, 100)
    assert.ok(spent.status === 'closed' && spent.cost <= 100 && spent.cost > 99)
    const stops = await exchange.fetchOpenOrders(symbol)
    assert.equal(stops.length, 4)
    const changed = await exchange.editOrder(stops[0].id, symbol, 'limit', 'buy', 0.02, at(0.7))
    assert.equal(changed.status, 'open')
    assert.equal((await exchange.cancelAllOrders(symbol)).length, 4)
    return 'seven types, replaced, all canceled'
  })
  await check('tickers', async () => {
    assert.equal(Object.keys(await exchange.fetchTickers()).length, 3)
    assert.equal(Object.keys(await exchange.fetchBidsAsks([symbol, 'ETH/USDT'])).length, 2)
    return 'all, and two'
  })
  await check('everybody trades', async () => {
    const trades = await exchange.fetchTrades(symbol, undefined, 10)
    assert.equal(trades.length, 10)
    const since = Date.now() - 300_000
    const later = await exchange.fetchTrades(symbol, since, 20)
    assert.ok(later.length === 20 && later.every(trade => trade.timestamp >= since))
    const ticker = await exchange.fetchTicker(symbol)
    assert.ok(ticker.low <= ticker.last && ticker.last <= ticker.high && ticker.baseVolume > 0)
    return trades.at(-1).id
  })
  await check('order lists', async () => {
    const last = (await exchange.fetchTicker(symbol)).last
    const at = share => exchange.priceToPrecision(symbol, last * share)
    const pair = { symbol: 'BTCUSDT', side: 'SELL', quantity: '0.01' }
    const oco = await exchange.privatePostOrderListOco({
      ...pair, aboveType: 'LIMIT_MAKER', abovePrice: at(1.1), belowType: 'STOP_LOSS_LIMIT', belowStopPrice: at(0.9), belowPrice: at(0.89), belowTimeInForce: 'GTC',
    })
    assert.deepEqual([oco.contingencyType, oco.listOrderStatus, oco.orderReports.length], ['OCO', 'EXECUTING', 2])
    const older = await exchange.privatePostOrderOco({ ...pair, price: at(1.1), stopPrice: at(0.9) })
    const otoco = await exchange.privatePostOrderListOtoco({
      symbol: 'BTCUSDT', workingType: 'LIMIT', workingSide: 'BUY', workingPrice: at(0.9), workingQuantity: '0.01', workingTimeInForce: 'GTC',
      pendingSide: 'SELL', pendingQuantity: '0.01', pendingAboveType: 'LIMIT_MAKER', pendingAbovePrice: at(1.1), pendingBelowType: 'STOP_LOSS', pendingBelowStopPrice: at(0.8),
    })
    assert.deepEqual(otoco.orderReports.map(order => order.status), ['NEW', 'PENDING_NEW', 'PENDING_NEW'])
    assert.equal((await exchange.privateGetOpenOrderList()).length, 3)
    const ended = await exchange.privateDeleteOrderList({ symbol: 'BTCUSDT', orderListId: oco.orderListId })
    assert.equal(ended.listOrderStatus, 'ALL_DONE')
    await exchange.cancelOrder(older.orders[0].orderId, symbol)
    assert.deepEqual((await exchange.fetchOpenOrders(symbol)).map(order => order.id), otoco.orders.map(order => String(order.orderId)))
    await exchange.cancelAllOrders(symbol)
    return 'OCO, the older way, OTOCO'
  })
  await check('more refusals', async () => {
    const order = { symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.01', price: '45000' }
    const refused = async (said, changed) => assert.rejects(exchange.privatePostOrder({ ...order, ...changed }), { message: new RegExp(`${said}`) })
    await refused(-1100, { quantity: 'abc' })
    await refused(-1111, { quantity: '0.0000000001' })
    await refused('PERCENT_PRICE_BY_SIDE', { price: '900000' })
    await refused(-1115, { timeInForce: 'XXX' })
    await refused(-1106, { stopPrice: '44000' })
    await assert.rejects(exchange.publicGetExchangeInfo({ symbol: 'NOPE' }), ccxt.BadSymbol)
    // Who was let in before and is not now has been banned, thinks ccxt.
    for (const [field, error] of [['apiKey', ccxt.DDoSProtection], ['secret', ccxt.AuthenticationError]]) {
      const kept = exchange[field]
      exchange[field] = kept.replace(/./g, '0')
      await assert.rejects(exchange.privateGetAccount(), error)
      exchange[field] = kept
    }
    return 'by their codes'
  })
  await check('pages', async () => {
    const first = await exchange.fetchOHLCV(symbol, '1m', Date.now() - 86_400_000, 500)
    const next = await exchange.fetchOHLCV(symbol, '1m', first.at(-1)[0] + 1, 500)
    assert.equal(next[0][0] - first.at(-1)[0], 60_000)
    assert.equal(new Date((await exchange.fetchOHLCV(symbol, '1w', undefined, 1))[0][0]).getUTCDay(), 1)
    assert.equal(new Date((await exchange.fetchOHLCV(symbol, '1M', undefined, 1))[0][0]).getUTCDate(), 1)
    await assert.rejects(exchange.publicGetKlines({ symbol: 'BTCUSDT', interval: '7m' }))
    const trades = await exchange.fetchMyTrades(symbol)
    const later = await exchange.fetchMyTrades(symbol, undefined, 5, { fromId: trades.at(-1).id })
    assert.deepEqual(later.map(trade => trade.id), [trades.at(-1).id])
    return 'candles and trades'
  })
  await check('watch ticker and candles', async () => {
    assert.ok((await exchange.watchTicker(symbol)).last > 0)
    assert.ok((await exchange.watchOHLCV(symbol, '4h')).length > 0)
    return 'told'
  })
  await check('watch order book', async () => {
    for (let i = 0; i < 10; i++) {
      const book = await exchange.watchOrderBook(symbol)
      assert.ok(book.bids[0][0] < book.asks[0][0])
    }
    return 'ten updates'
  })
  await check('watch trades', async () => {
    assert.ok((await exchange.watchTrades(symbol))[0].price > 0)
    assert.ok((await exchange.watchBidsAsks([symbol]))[symbol].bid > 0)
    return 'told'
  })
  await check('futures', async () => {
    const futures = new ccxt.pro.binanceusdm({ timeout: 10_000 })
    for (const [name, url] of Object.entries(futures.urls.api)) if (/^fapi/.test(name)) futures.urls.api[name] = url.replace(/^https:\/\/[^/]+/, restUrl)
    futures.urls.api.ws.future = `${wsUrl}/fapi/ws`
    await futures.loadHttpProxyAgent()
    const contract = 'BTC/USDT:USDT'
    assert.equal((await futures.loadMarkets())[contract].linear, true)
    assert.equal((await futures.fetchFundingRate(contract)).fundingRate, 0.0001)
    assert.ok((await futures.fetchOpenInterest(contract)).openInterestAmount > 0)
    assert.equal((await futures.fetchOHLCV(contract, '1h', undefined, 5)).length, 5)
    assert.ok((await futures.watchMarkPrice(contract)).markPrice > 0)
    await futures.close()
    return 'rules, funding, candles, mark price'
  })
  await check('watch orders', async () => {
    const opened = until(() => exchange.watchOrders(symbol), order => order.clientOrderId === 'ccxt-watch-1' && order.status === 'open')
    await new Promise(resolve => setTimeout(resolve, 500))
    const placed = await exchange.createOrder(symbol, 'limit', 'buy', 0.01, 45_000, { newClientOrderId: 'ccxt-watch-1' })
    await opened
    const ended = until(() => exchange.watchOrders(symbol), order => order.id === placed.id && order.status === 'canceled')
    await exchange.cancelOrder(placed.id, symbol)
    await ended
    return 'open, then canceled'
  })
  await exchange.close()
  process.exit(0)
} catch (failure) {
  console.error(failure)
  process.exit(1)
}
