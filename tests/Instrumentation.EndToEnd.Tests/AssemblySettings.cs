// Two machine cores, several servers: one test at a time keeps deadlines meaningful.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
