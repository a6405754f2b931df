//+------------------------------------------------------------------+
//| SuperintelBridge: the terminal's side of ./superintel mt4-bridge |
//| (docs/venues.md, docs/adr/0080, 86, 99). One chart, one of these.|
//|                                                                  |
//| It asks the bridge again and again, tells what the account holds |
//| and does one command at a time. A command's number is on the disk|
//| before the command is done, and what was done is told until the  |
//| bridge has acknowledged it.                                      |
//+------------------------------------------------------------------+
#property copyright "Superintel"
#property version   "3.00"
#property strict
#property description "Tools > Options > Expert Advisors: allow WebRequest for the bridge's URL, and allow automated trading."

input string BridgeUrl        = "http://127.0.0.1:8006"; // The bridge, terminal's side
input string TerminalToken    = "";                      // MT4_TERMINAL_TOKEN
input int    HoldMilliseconds = 200;                     // How long the bridge may keep a question
input int    TimeoutMs        = 5000;                    // Of one request
input int    SlippagePoints   = 10;                      // Of market orders and closes, where the order does not say
input int    UtcOffsetMinutes = -9999;                   // Of the broker's clock; -9999: measured at the first quote

#define PROTOCOL       3
#define UNSET_OFFSET   -9999
#define MOST_SYMBOLS   300
#define MOST_TICKETS   1000
#define NO_RESULT      1
#define NOT_THERE      4108

string   node = "";
string   session = "";
long     exchanges = 0;
long     lastTaken = 0;
string   lastLine = "";
bool     lastIsDone = true;
int      lastCode = 0;
long     lastTicket = 0;
int      offsetMinutes = UNSET_OFFSET;
bool     wantsSymbols = true;
string   extra[];
string   saidLast = "";

//+------------------------------------------------------------------+
//| Life                                                             |
//+------------------------------------------------------------------+
int OnInit()
  {
   if(StringLen(TerminalToken) == 0)
     {
      Print("Superintel: TerminalToken is empty; it is the bridge's MT4_TERMINAL_TOKEN");
      return(INIT_PARAMETERS_INCORRECT);
     }
   MathSrand((int)(GetTickCount() & 0x7fffffff));
   session = RandomName();
   exchanges = 0;
   wantsSymbols = true;
   ArrayResize(extra, 0);
   offsetMinutes = UtcOffsetMinutes;
   if(!Remember())
      return(INIT_FAILED);
   if(lastTaken > 0 && !lastIsDone)
      FindLast();
   if(!EventSetMillisecondTimer(50))
      return(INIT_FAILED);
   return(INIT_SUCCEEDED);
  }

void OnDeinit(const int reason)
  {
   EventKillTimer();
  }

// Only a fresh quote tells the broker's clock: TimeCurrent() stands still while the market is closed.
void OnTick()
  {
   if(UtcOffsetMinutes != UNSET_OFFSET)
      return;
   int seconds = (int)(TimeCurrent() - TimeGMT());
   int measured = (int)MathRound(seconds / 1800.0) * 30;
   if(measured == offsetMinutes)
      return;
   offsetMinutes = measured;
   Keep();
  }

void OnTimer()
  {
   if(offsetMinutes == UNSET_OFFSET)
     {
      Say("waiting for a quote: the broker's clock is not known yet");
      return;
     }
   if(AccountNumber() <= 0)
     {
      Say("waiting for the terminal to log in");
      return;
     }
   Exchange();
  }

//+------------------------------------------------------------------+
//| The exchange with the bridge                                     |
//+------------------------------------------------------------------+
void Exchange()
  {
   char body[], answer[];
   string answerHeaders = "";
   string headers = "Content-Type: text/plain; charset=utf-8\r\nX-Terminal-Token: " + TerminalToken + "\r\n";
   string text = Report();
   int length = StringToCharArray(text, body, 0, WHOLE_ARRAY, CP_UTF8);
   // StringToCharArray also writes the zero at the end, which is no part of the body.
   if(length > 0 && body[length - 1] == 0)
      ArrayResize(body, length - 1);
   ResetLastError();
   int status = WebRequest("POST", BridgeUrl + "/terminal/v1/exchange", headers, TimeoutMs, body, answer, answerHeaders);
   if(status == -1)
     {
      Say("no answer from " + BridgeUrl + ", error " + IntegerToString(GetLastError())
          + "; is the URL allowed in Tools > Options > Expert Advisors?");
      return;
     }
   string reply = CharArrayToString(answer, 0, ArraySize(answer), CP_UTF8);
   if(status != 200)
     {
      Say("the bridge refuses, HTTP " + IntegerToString(status) + ": " + reply);
      return;
     }
   Say("connected to " + BridgeUrl);
   Obey(reply);
  }

string Report()
  {
   string lines[];
   ArrayResize(lines, 0, 512);
   exchanges++;
   Add(lines, "hello\t" + IntegerToString(PROTOCOL) + "\t" + node + "\t" + session + "\t" + IntegerToString(exchanges) + "\t"
       + IntegerToString(lastTaken) + "\t" + IntegerToString(HoldMilliseconds));
   Add(lines, "terminal\t" + Flag(IsConnected()) + "\t" + Flag(IsTradeAllowed() && IsExpertEnabled()) + "\t"
       + IntegerToString(offsetMinutes) + "\t" + IntegerToString(TerminalInfoInteger(TERMINAL_BUILD)));
   Add(lines, "account\t" + IntegerToString(AccountNumber()) + "\t" + Clean(AccountServer()) + "\t" + Clean(AccountCompany()) + "\t"
       + Clean(AccountCurrency()) + "\t" + IntegerToString(AccountLeverage()) + "\t" + Amount(AccountBalance()) + "\t"
       + Amount(AccountEquity()) + "\t" + Amount(AccountMargin()) + "\t" + Amount(AccountFreeMargin()) + "\t" + Amount(AccountProfit()));
   int symbols = MathMin(SymbolsTotal(true), MOST_SYMBOLS);
   for(int i = 0; i < symbols; i++)
     {
      string name = SymbolName(i, true);
      if(wantsSymbols)
         AddSymbol(lines, name);
      AddQuote(lines, name);
     }
   wantsSymbols = false;
   if(lastTaken > 0 && lastIsDone && lastCode >= 0)
      Add(lines, "done\t" + IntegerToString(lastTaken) + "\t" + IntegerToString(lastCode) + "\t" + IntegerToString(lastTicket));
   AddTickets(lines);
   for(int j = 0; j < ArraySize(extra); j++)
      Add(lines, extra[j]);
   ArrayResize(extra, 0);
   int count = ArraySize(lines);
   Add(lines, "end\t" + IntegerToString(count));
   string text = "";
   for(int k = 0; k <= count; k++)
      text += lines[k] + "\n";
   return(text);
  }

// Each line of the reply; the command, if there is one, is the last before the end.
void Obey(string reply)
  {
   string lines[];
   int count = StringSplit(reply, '\n', lines);
   while(count > 0 && StringLen(lines[count - 1]) == 0)
      count--;
   string told[];
   // Half a reply is no reply: its last line says how many lines came before it.
   if(count < 1 || StringSplit(lines[count - 1], '\t', told) != 2 || told[0] != "end" || StringToInteger(told[1]) != count - 1)
     {
      Say("the bridge's reply is not whole");
      return;
     }
   for(int i = 0; i < count - 1; i++)
     {
      string fields[];
      int width = StringSplit(lines[i], '\t', fields);
      if(width == 2 && fields[0] == "ack")
         Acknowledged(StringToInteger(fields[1]));
      else if(width == 1 && fields[0] == "symbols")
         wantsSymbols = true;
      else if(width == 2 && fields[0] == "watch")
         Watch((int)StringToInteger(fields[1]));
      else if(width == 3 && fields[0] == "seek")
         Watch(FindTicket(fields[1], (int)StringToInteger(fields[2])));
      else if(width == 7 && fields[0] == "bars")
         TellBars(fields);
      else if(width == 5 && fields[0] == "history")
         TellHistory(fields);
      else if(IsCommand(fields, width))
         Do(lines[i], fields);
      else
         Print("Superintel: a line that this expert does not know: ", lines[i]);
     }
  }

//+------------------------------------------------------------------+
//| Commands                                                         |
//+------------------------------------------------------------------+
bool IsCommand(string &fields[], int width)
  {
   return((width == 12 && fields[0] == "place") || (width == 5 && fields[0] == "close")
          || (width == 7 && fields[0] == "modify") || (width == 3 && fields[0] == "delete")
          || (width == 4 && fields[0] == "closeby"));
  }

void Do(string line, string &fields[])
  {
   long sequence = StringToInteger(fields[1]);
   // What was taken before is never done again, whoever sends it.
   if(sequence <= lastTaken)
      return;
   long before = lastTaken;
   string beforeLine = lastLine;
   lastTaken = sequence;
   lastLine = line;
   lastIsDone = false;
   lastCode = 0;
   lastTicket = 0;
   if(!Keep())
     {
      // Not on the disk: then it is as if it had never been read, and the next report says so.
      lastTaken = before;
      lastLine = beforeLine;
      lastIsDone = true;
      lastCode = -1;
      return;
     }
   if(fields[0] == "place")
      Place(fields);
   else if(fields[0] == "close")
      Close(fields);
   else if(fields[0] == "modify")
      Modify(fields);
   else if(fields[0] == "closeby")
      CloseBy(fields);
   else
      Delete((int)StringToInteger(fields[2]));
   lastIsDone = true;
   Keep();
   if(lastTicket > 0)
      Watch((int)lastTicket);
  }

void Place(string &fields[])
  {
   string id = fields[2];
   string symbol = fields[3];
   int    type = (int)StringToInteger(fields[4]);
   int    magic = (int)StringToInteger(fields[8]);
   // A ticket of that name is that order, however it came about.
   int known = FindTicket(id, magic);
   if(known > 0)
     {
      lastTicket = known;
      return;
     }
   int      digits = (int)MarketInfo(symbol, MODE_DIGITS);
   double   lots = NormalizeDouble(StringToDouble(fields[5]), 8);
   double   price = NormalizeDouble(StringToDouble(fields[6]), digits);
   datetime expiration = (datetime)StringToInteger(fields[7]);
   if(type == OP_BUY || type == OP_SELL)
     {
      RefreshRates();
      price = NormalizeDouble(MarketInfo(symbol, type == OP_BUY ? MODE_ASK : MODE_BID), digits);
     }
   double   stop = NormalizeDouble(StringToDouble(fields[10]), digits);
   double   target = NormalizeDouble(StringToDouble(fields[11]), digits);
   ResetLastError();
   int ticket = OrderSend(symbol, type, lots, price, Slippage(fields[9]), stop, target, id, magic, expiration, clrNONE);
   lastTicket = ticket > 0 ? ticket : 0;
   lastCode = ticket > 0 ? 0 : Failure();
  }

// A ticket is closed once, by its number: what is left of one that is closed in part has a new one.
void Close(string &fields[])
  {
   int ticket = (int)StringToInteger(fields[2]);
   lastTicket = 0;
   if(!OrderSelect(ticket, SELECT_BY_TICKET) || OrderType() > OP_SELL || OrderCloseTime() != 0)
     {
      lastCode = NOT_THERE;
      return;
     }
   string symbol = OrderSymbol();
   double lots = NormalizeDouble(StringToDouble(fields[3]), 8);
   int    side = OrderType();
   RefreshRates();
   int    digits = (int)MarketInfo(symbol, MODE_DIGITS);
   double price = NormalizeDouble(MarketInfo(symbol, side == OP_BUY ? MODE_BID : MODE_ASK), digits);
   ResetLastError();
   bool closed = OrderClose(ticket, lots, price, Slippage(fields[4]), clrNONE);
   lastCode = closed ? 0 : Failure();
   lastTicket = closed ? ticket : 0;
  }

// Two tickets of opposite sides end each other: no position moves, and what is left of the larger one has a new number.
void CloseBy(string &fields[])
  {
   int ticket = (int)StringToInteger(fields[2]);
   int other = (int)StringToInteger(fields[3]);
   lastTicket = 0;
   if(!IsHeld(ticket) || !IsHeld(other))
     {
      lastCode = NOT_THERE;
      return;
     }
   ResetLastError();
   bool closed = OrderCloseBy(ticket, other, clrNONE);
   lastCode = closed ? 0 : Failure();
   lastTicket = closed ? ticket : 0;
  }

bool IsHeld(int ticket)
  {
   return(OrderSelect(ticket, SELECT_BY_TICKET) && OrderType() <= OP_SELL && OrderCloseTime() == 0);
  }

void Modify(string &fields[])
  {
   int ticket = (int)StringToInteger(fields[2]);
   lastTicket = ticket;
   if(!OrderSelect(ticket, SELECT_BY_TICKET) || OrderType() > OP_SELLSTOP || OrderCloseTime() != 0)
     {
      lastCode = NOT_THERE;
      return;
     }
   int      digits = (int)MarketInfo(OrderSymbol(), MODE_DIGITS);
   double   price = NormalizeDouble(StringToDouble(fields[3]), digits);
   double   stop = NormalizeDouble(StringToDouble(fields[4]), digits);
   double   target = NormalizeDouble(StringToDouble(fields[5]), digits);
   datetime expiration = (datetime)StringToInteger(fields[6]);
   // MetaTrader answers a change that changes nothing with an error that means that nobody knows.
   double   half = MarketInfo(OrderSymbol(), MODE_POINT) / 2;
   if(MathAbs(OrderOpenPrice() - price) < half && MathAbs(OrderStopLoss() - stop) < half
      && MathAbs(OrderTakeProfit() - target) < half && OrderExpiration() == expiration)
      return;
   ResetLastError();
   if(!OrderModify(ticket, price, stop, target, expiration, clrNONE))
      lastCode = Failure();
  }

int Slippage(string told)
  {
   int points = (int)StringToInteger(told);
   return(points >= 0 ? points : SlippagePoints);
  }

void Delete(int ticket)
  {
   ResetLastError();
   bool deleted = OrderDelete(ticket, clrNONE);
   lastTicket = ticket;
   lastCode = deleted ? 0 : Failure();
  }

// An error of nought would mean that it went well: it did not, and nobody knows more.
int Failure()
  {
   int error = GetLastError();
   return(error > 0 ? error : NO_RESULT);
  }

void Acknowledged(long sequence)
  {
   if(sequence != lastTaken || !lastIsDone)
      return;
   lastCode = -1;
   Keep();
  }

// After a restart with a command in hand: a ticket of its name is proof that it was done, of a close that the ticket is over.
// Without that nobody knows.
void FindLast()
  {
   string fields[];
   int width = StringSplit(lastLine, '\t', fields);
   int ticket = 0;
   if(width == 12 && fields[0] == "place")
      ticket = FindTicket(fields[2], (int)StringToInteger(fields[8]));
   if(width == 5 && fields[0] == "close" && OrderSelect((int)StringToInteger(fields[2]), SELECT_BY_TICKET) && OrderCloseTime() != 0)
      ticket = OrderTicket();
   lastTicket = ticket;
   lastCode = ticket > 0 ? 0 : NO_RESULT;
   lastIsDone = true;
   Keep();
   if(ticket > 0)
      Watch(ticket);
  }

//+------------------------------------------------------------------+
//| What the terminal knows                                          |
//+------------------------------------------------------------------+
void AddSymbol(string &lines[], string name)
  {
   double point = MarketInfo(name, MODE_POINT);
   double step = MarketInfo(name, MODE_LOTSTEP);
   double size = MarketInfo(name, MODE_LOTSIZE);
   double tick = MarketInfo(name, MODE_TICKSIZE);
   // Not loaded yet, or not to be traded: the bridge would not take a line with a nought.
   if(point <= 0 || step <= 0 || size <= 0)
      return;
   Add(lines, "symbol\t" + Clean(name) + "\t" + IntegerToString((int)MarketInfo(name, MODE_DIGITS)) + "\t" + Exact(point) + "\t"
       + Exact(size) + "\t" + Exact(MarketInfo(name, MODE_MINLOT)) + "\t" + Exact(MarketInfo(name, MODE_MAXLOT)) + "\t" + Exact(step) + "\t"
       + IntegerToString((int)MarketInfo(name, MODE_STOPLEVEL)) + "\t" + Exact(tick > 0 ? tick : point) + "\t"
       + Exact(MarketInfo(name, MODE_TICKVALUE)) + "\t" + IntegerToString(TradeMode(name)));
  }

// The number that MQL4's reference gives it: 0 disabled, 1 long only, 2 short only, 3 close only, 4 full.
int TradeMode(string name)
  {
   ENUM_SYMBOL_TRADE_MODE mode = (ENUM_SYMBOL_TRADE_MODE)SymbolInfoInteger(name, SYMBOL_TRADE_MODE);
   if(mode == SYMBOL_TRADE_MODE_LONGONLY)
      return(1);
   if(mode == SYMBOL_TRADE_MODE_SHORTONLY)
      return(2);
   if(mode == SYMBOL_TRADE_MODE_CLOSEONLY)
      return(3);
   return(mode == SYMBOL_TRADE_MODE_FULL ? 4 : 0);
  }

void AddQuote(string &lines[], string name)
  {
   MqlTick tick;
   if(!SymbolInfoTick(name, tick) || tick.time <= 0)
      return;
   Add(lines, "quote\t" + Clean(name) + "\t" + Exact(tick.bid) + "\t" + Exact(tick.ask) + "\t" + IntegerToString((long)tick.time));
  }

// The open and the pending ones, all of them: a report that left one out would say that it is gone.
void AddTickets(string &lines[])
  {
   int total = OrdersTotal();
   if(total > MOST_TICKETS)
     {
      Add(lines, "too many tickets");
      return;
     }
   for(int i = 0; i < total; i++)
     {
      if(!OrderSelect(i, SELECT_BY_POS, MODE_TRADES))
        {
         // The list changed while it was read: this report is not to be believed.
         Add(lines, "the tickets changed");
         return;
        }
      if(OrderType() <= OP_SELLSTOP)
         Add(lines, TicketLine("ticket"));
     }
  }

// A closed ticket, for the next report; an open one is in it anyway.
void Watch(int ticket)
  {
   if(ticket <= 0 || !OrderSelect(ticket, SELECT_BY_TICKET) || OrderCloseTime() == 0 || OrderType() > OP_SELLSTOP)
      return;
   string line = TicketLine("ticket");
   for(int i = 0; i < ArraySize(extra); i++)
      if(extra[i] == line)
         return;
   Add(extra, line);
  }

// Newest first, among the open, the pending and the history that the terminal shows.
int FindTicket(string id, int magic)
  {
   for(int i = OrdersTotal() - 1; i >= 0; i--)
      if(OrderSelect(i, SELECT_BY_POS, MODE_TRADES) && IsNamed(id, magic))
         return(OrderTicket());
   for(int j = OrdersHistoryTotal() - 1; j >= 0; j--)
      if(OrderSelect(j, SELECT_BY_POS, MODE_HISTORY) && IsNamed(id, magic))
         return(OrderTicket());
   return(0);
  }

bool IsNamed(string id, int magic)
  {
   if(OrderMagicNumber() != magic)
      return(false);
   string comment = OrderComment();
   int length = StringLen(id);
   if(StringSubstr(comment, 0, length) != id)
      return(false);
   if(StringLen(comment) == length)
      return(true);
   ushort next = StringGetCharacter(comment, length);
   return(next == '[' || next == ' ');
  }

string TicketLine(string what)
  {
   return(what + "\t" + IntegerToString(OrderTicket()) + "\t" + Clean(OrderSymbol()) + "\t" + IntegerToString(OrderType()) + "\t"
          + Exact(OrderLots()) + "\t" + Exact(OrderOpenPrice()) + "\t" + IntegerToString((long)OrderOpenTime()) + "\t"
          + IntegerToString((long)OrderCloseTime()) + "\t" + Exact(OrderClosePrice()) + "\t" + Exact(OrderCommission()) + "\t"
          + Exact(OrderSwap()) + "\t" + Exact(OrderProfit()) + "\t" + IntegerToString(OrderMagicNumber()) + "\t"
          + IntegerToString((long)OrderExpiration()) + "\t" + Exact(OrderStopLoss()) + "\t" + Exact(OrderTakeProfit()) + "\t"
          + Clean(OrderComment()));
  }

void TellBars(string &fields[])
  {
   MqlRates rates[];
   ArraySetAsSeries(rates, false);
   datetime from = (datetime)StringToInteger(fields[4]);
   datetime to = (datetime)StringToInteger(fields[5]);
   int limit = (int)StringToInteger(fields[6]);
   int digits = (int)MarketInfo(fields[2], MODE_DIGITS);
   ENUM_TIMEFRAMES frame = (ENUM_TIMEFRAMES)StringToInteger(fields[3]);
   datetime current = iTime(fields[2], (int)frame, 0);
   int count = 0;
   if(to > 0)
      count = CopyRates(fields[2], frame, to, limit, rates);
   else
      count = CopyRates(fields[2], frame, 0, limit, rates);
   int told = 0;
   // The terminal is still loading them: no answer is better than none of them.
   if(count < 0)
      return;
   for(int i = 0; i < count; i++)
     {
      if(rates[i].time < from)
         continue;
      Add(extra, "bar\t" + IntegerToString((long)rates[i].time) + "\t" + DoubleToString(rates[i].open, digits) + "\t"
          + DoubleToString(rates[i].high, digits) + "\t" + DoubleToString(rates[i].low, digits) + "\t"
          + DoubleToString(rates[i].close, digits) + "\t" + IntegerToString(rates[i].tick_volume) + "\t" + Flag(rates[i].time < current));
      told++;
     }
   Add(extra, "bars\t" + fields[1] + "\t" + IntegerToString(told));
  }

// Closed tickets of that time, oldest first; of more than the limit the newest. The history is what the terminal shows.
void TellHistory(string &fields[])
  {
   datetime from = (datetime)StringToInteger(fields[2]);
   datetime to = (datetime)StringToInteger(fields[3]);
   int limit = (int)StringToInteger(fields[4]);
   string found[];
   long   closed[];
   int    count = 0;
   for(int i = OrdersHistoryTotal() - 1; i >= 0; i--)
     {
      if(!OrderSelect(i, SELECT_BY_POS, MODE_HISTORY) || OrderType() > OP_SELL)
         continue;
      if(OrderCloseTime() == 0 || OrderCloseTime() < from || (to > 0 && OrderCloseTime() > to))
         continue;
      // The history may be in any order: each is put where its time is.
      int at = count;
      while(at > 0 && closed[at - 1] > (long)OrderCloseTime())
         at--;
      if(count == limit && at == 0)
         continue;
      if(count < limit)
        {
         count++;
         ArrayResize(found, count, 256);
         ArrayResize(closed, count, 256);
         for(int j = count - 1; j > at; j--)
           {
            found[j] = found[j - 1];
            closed[j] = closed[j - 1];
           }
        }
      else
        {
         // Full: the oldest leaves.
         at--;
         for(int k = 0; k < at; k++)
           {
            found[k] = found[k + 1];
            closed[k] = closed[k + 1];
           }
        }
      found[at] = TicketLine("past");
      closed[at] = (long)OrderCloseTime();
     }
   for(int m = 0; m < count; m++)
      Add(extra, found[m]);
   Add(extra, "history\t" + fields[1] + "\t" + IntegerToString(count));
  }

//+------------------------------------------------------------------+
//| Memory on the disk: MQL4/Files, one file per chart               |
//+------------------------------------------------------------------+
string MemoryFile()
  {
   return("superintel-bridge-" + IntegerToString(ChartID()) + ".txt");
  }

// The new text is whole before it takes the old one's place.
bool Keep()
  {
   string fresh = MemoryFile() + ".new";
   int file = FileOpen(fresh, FILE_WRITE | FILE_TXT | FILE_ANSI);
   if(file == INVALID_HANDLE)
     {
      Say("cannot write " + fresh + ", error " + IntegerToString(GetLastError()));
      return(false);
     }
   uint written = FileWriteString(file, node + "\r\n" + IntegerToString(offsetMinutes) + "\r\n" + IntegerToString(lastTaken) + "\r\n"
                                  + Flag(lastIsDone) + "\r\n" + IntegerToString(lastCode) + "\r\n" + IntegerToString(lastTicket) + "\r\n"
                                  + lastLine + "\r\nend\r\n");
   FileFlush(file);
   FileClose(file);
   return(written > 0 && FileMove(fresh, 0, MemoryFile(), FILE_REWRITE));
  }

bool Remember()
  {
   if(!FileIsExist(MemoryFile()))
     {
      // A new chart: a new name, so that the bridge draws no conclusion from what another one did not do.
      node = RandomName();
      lastTaken = 0;
      lastLine = "";
      lastIsDone = true;
      lastCode = -1;
      lastTicket = 0;
      return(Keep());
     }
   int file = FileOpen(MemoryFile(), FILE_READ | FILE_TXT | FILE_ANSI);
   if(file == INVALID_HANDLE)
     {
      Print("Superintel: cannot read ", MemoryFile(), ", error ", GetLastError());
      return(false);
     }
   node = FileReadString(file);
   int measured = (int)StringToInteger(FileReadString(file));
   if(UtcOffsetMinutes == UNSET_OFFSET)
      offsetMinutes = measured;
   lastTaken = StringToInteger(FileReadString(file));
   lastIsDone = FileReadString(file) == "1";
   lastCode = (int)StringToInteger(FileReadString(file));
   lastTicket = StringToInteger(FileReadString(file));
   lastLine = FileReadString(file);
   bool whole = FileReadString(file) == "end";
   FileClose(file);
   if(!whole || StringLen(node) == 0)
     {
      Print("Superintel: ", MemoryFile(), " is damaged; look at the account, then delete it");
      return(false);
     }
   return(true);
  }

//+------------------------------------------------------------------+
//| Words                                                            |
//+------------------------------------------------------------------+
void Add(string &lines[], string line)
  {
   int size = ArraySize(lines);
   ArrayResize(lines, size + 1, 512);
   lines[size] = line;
  }

string Flag(bool is)
  {
   return(is ? "1" : "0");
  }

string Amount(double value)
  {
   return(DoubleToString(value, 2));
  }

string Exact(double value)
  {
   return(DoubleToString(value, 8));
  }

// A tab or a line feed in a name or a comment would look like a field or a line of its own.
string Clean(string text)
  {
   string clean = text;
   StringReplace(clean, "\t", " ");
   StringReplace(clean, "\r", " ");
   StringReplace(clean, "\n", " ");
   return(clean);
  }

string RandomName()
  {
   string name = IntegerToString((long)TimeLocal()) + "-";
   for(int i = 0; i < 3; i++)
      name += IntegerToString(MathRand());
   return(name);
  }

// Once each: a line every fifty milliseconds would bury the journal.
void Say(string what)
  {
   if(what == saidLast)
      return;
   saidLast = what;
   Print("Superintel: ", what);
  }
//+------------------------------------------------------------------+
