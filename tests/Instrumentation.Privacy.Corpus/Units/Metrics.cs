//// CounterTag
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) => s_c.Add(1, new KeyValuePair<string, object?>("user", u.Email)); // LEAK INS3003
//// CounterTagSafe
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) => s_c.Add(1, new KeyValuePair<string, object?>("tier", u.Tier));
//// CounterTwoTags
static readonly System.Diagnostics.Metrics.Counter<long> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<long>("c");
void M(User u) => s_c.Add(1, new("tier", u.Tier), new("city", u.Home.City)); // LEAK INS3003
//// TagListInit
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) => s_c.Add(1, new System.Diagnostics.TagList { { "mail", u.Email } }); // LEAK INS3003
//// TagListAdd
static readonly System.Diagnostics.Metrics.Histogram<double> s_h = new System.Diagnostics.Metrics.Meter("m").CreateHistogram<double>("h");
void M(User u, double d) { var tags = new System.Diagnostics.TagList(); tags.Add("name", u.FullName); s_h.Record(d, tags); } // LEAK INS3003
//// TagListAddSafe
static readonly System.Diagnostics.Metrics.Histogram<double> s_h = new System.Diagnostics.Metrics.Meter("m").CreateHistogram<double>("h");
void M(User u, double d) { var tags = new System.Diagnostics.TagList(); tags.Add("plan", u.Plan); s_h.Record(d, tags); }
//// TagListUnused
static readonly System.Diagnostics.Metrics.Histogram<double> s_h = new System.Diagnostics.Metrics.Meter("m").CreateHistogram<double>("h");
void M(User u, double d) { var tags = new System.Diagnostics.TagList(); tags.Add("name", u.FullName); s_h.Record(d); }
//// ValueOnly
static readonly System.Diagnostics.Metrics.Histogram<double> s_h = new System.Diagnostics.Metrics.Meter("m").CreateHistogram<double>("h");
void M(User u) => s_h.Record((double)u.Salary);
//// KeyTainted
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) => s_c.Add(1, new KeyValuePair<string, object?>("user." + u.Email, 1)); // LEAK INS3003
//// UpDown
static readonly System.Diagnostics.Metrics.UpDownCounter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateUpDownCounter<int>("c");
void M(User u) => s_c.Add(-1, new KeyValuePair<string, object?>("ip", u.Phone)); // LEAK INS3003
//// GaugeTag
static readonly System.Diagnostics.Metrics.Gauge<int> s_g = new System.Diagnostics.Metrics.Meter("m").CreateGauge<int>("g");
void M(User u) => s_g.Record(3, new KeyValuePair<string, object?>("m", u.Email)); // LEAK INS3003
//// ObservableCallback
void M(System.Diagnostics.Metrics.Meter m, User u) => m.CreateObservableGauge("g", () => new System.Diagnostics.Metrics.Measurement<int>(1, new KeyValuePair<string, object?>("m", u.Email))); // LEAK INS3003
//// ObservableCallbackSafe
void M(System.Diagnostics.Metrics.Meter m, User u) => m.CreateObservableGauge("g", () => new System.Diagnostics.Metrics.Measurement<int>(u.Id, new KeyValuePair<string, object?>("m", u.Plan)));
//// InstrumentName
void M(System.Diagnostics.Metrics.Meter m, User u) => m.CreateCounter<int>("logins." + u.Email); // LEAK INS3003
//// InstrumentNameSafe
void M(System.Diagnostics.Metrics.Meter m, User u) => m.CreateCounter<int>("logins." + u.Tier);
//// TagsSpan
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) { KeyValuePair<string, object?>[] t = [new("a", u.Id), new("b", u.Email)]; s_c.Add(1, t.AsSpan()); } // LEAK INS3003
//// TagsSpanSafe
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) { KeyValuePair<string, object?>[] t = [new("a", u.Id), new("b", u.IsAdmin)]; s_c.Add(1, t.AsSpan()); }
//// DomainLabel
static readonly System.Diagnostics.Metrics.Counter<int> s_c = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
void M(User u) => s_c.Add(1, new KeyValuePair<string, object?>("internal", u.Email.EndsWith("@corp")));
