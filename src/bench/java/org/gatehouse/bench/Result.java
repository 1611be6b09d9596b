package org.gatehouse.bench;

import java.util.List;
import java.util.stream.Stream;

/** The figures as people read them, in Markdown. */
final class Result {

    private static final double LOGIN_SHARE = 85;
    private static final double ME_PER_SECOND = 2500;
    private static final double CONNECT_PER_SECOND = 5000;
    private static final double START_RATIO = 1.6;
    private static final double MEMORY_RATIO = 1.5;
    private static final int PERCENT = 100;
    /** The share of the cores below which the machine cannot be called quiet. */
    private static final double QUIET = 0.95;

    private final Figures figures;
    private final Options options;

    Result(Figures figures, Options options) {
        this.figures = figures;
        this.options = options;
    }

    @Override
    public String toString() {
        return String.join("\n",
                "# Result", "", conditions(), "",
                disturbance(),
                "## Bars", "", bars().toString(),
                "## Load", "", load().toString(),
                "## Passwords", "", passwords().toString(),
                "## A flood of logins", "", flood().toString(),
                "## The server", "", server().toString());
    }

    private String conditions() {
        return Text.of("%d cores, shared by server, database and load tool; Java %s; %d s a run after %d s to warm up; "
                        + "median of %d starts.",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), options.seconds(),
                options.warmUp(), options.starts());
    }

    private String disturbance() {
        double share = Math.min(figures.hashBefore().share(), figures.hashAfter().share());
        return share >= QUIET ? "" : "**Other programs were busy: while the hash ran alone it got " + Text.percent(share)
                + " of the cores. These figures say little.**\n";
    }

    private Table bars() {
        Table table = new Table("bar", "measured", "promised", "");
        Stream.of(
                Bar.atLeast("login, of what the hash alone allows", figures.loginShare() * PERCENT, LOGIN_SHARE, "%.1f %%"),
                Bar.atLeast("users/me", figures.me().load().perSecond(), ME_PER_SECOND, "%,.0f requests/s"),
                Bar.atLeast("connect/github", figures.connect().load().perSecond(), CONNECT_PER_SECOND, "%,.0f requests/s"),
                Bar.atMost("start, of the empty server's", figures.startRatio(), START_RATIO, "%.2f x"),
                Bar.atMost("memory after load, of the empty server's", figures.memoryRatio(), MEMORY_RATIO, "%.2f x"),
                Bar.atMost("errors of users/me in a flood of logins", figures.flood().during().load().errors(), 0, "%.0f"))
                .forEach(bar -> table.row(bar.figure(), bar.measured(), bar.promised(), bar.isMet() ? "met" : "MISSED"));
        return table;
    }

    private Table load() {
        Table table = new Table("request", "connections", "requests/s", "p50", "p95", "p99", "errors", "503");
        figures.runs().forEach(run -> table.row(cells(run)));
        return table;
    }

    private Table passwords() {
        return new Table("", "per second", "share of all cores")
                .row("the hash alone, before", hashes(figures.hashBefore()), share(figures.hashBefore()))
                .row("the hash alone, after", hashes(figures.hashAfter()), share(figures.hashAfter()))
                .row("login", Text.rate(figures.login().load().perSecond()), "")
                .row("login, of the hash alone", Text.percent(figures.loginShare()), "");
    }

    private Table flood() {
        Table table = new Table("", "connections", "answered/s", "p50", "p95", "p99", "errors", "503");
        List.of(figures.flood().alone(), figures.flood().during(), figures.flood().logins())
                .forEach(run -> table.row(cells(run)));
        return table;
    }

    private Table server() {
        ServerFigures empty = figures.empty();
        ServerFigures gatehouse = figures.gatehouse();
        return new Table("", "empty", "with Gatehouse", "ratio")
                .row("start", Text.seconds(empty.start()), Text.seconds(gatehouse.start()), Text.times(figures.startRatio()))
                .row("memory after start", Text.mebibytes(empty.memory()), Text.mebibytes(gatehouse.memory()),
                        Text.times((double) gatehouse.memory() / empty.memory()))
                .row("memory after load", "", Text.mebibytes(figures.memoryAfterLoad()), Text.times(figures.memoryRatio()));
    }

    private static String[] cells(Run run) {
        Load load = run.load();
        return new String[] {run.name(), Integer.toString(run.connections()), Text.rate(load.perSecond()),
            Text.milliseconds(load.p50()), Text.milliseconds(load.p95()), Text.milliseconds(load.p99()),
            Text.of("%,d", load.errors()), load.busy() == 0 ? "0" : Text.percent(load.busyShare())};
    }

    private static String hashes(HashRate rate) {
        return Text.rate(rate.perSecond());
    }

    private static String share(HashRate rate) {
        return Text.percent(rate.share());
    }
}
