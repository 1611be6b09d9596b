package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;

/** Sends recorded requests, byte by byte, and says how the answers and mails deviate from what is expected. */
final class Replay {

    private final Stage stage;
    private final Givens givens;

    Replay(Stage stage, Givens givens) {
        this.stage = stage;
        this.givens = givens;
    }

    /** Empty when Gatehouse did just what is expected. */
    List<String> deviations(RecordedCase expected) {
        stage.settings(givens.settingsOf(expected));
        givens.prepare(expected, stage);
        List<JsonObject> answers = send(expected.request(), expected.answers().size());
        List<String> deviations = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            JsonObject wanted = Observed.alike(expected.answers().get(i));
            JsonObject got = answers.get(i);
            if (!expected.request().asksForAnOrder()) {
                wanted = Observed.inAnyOrder(wanted);
                got = Observed.inAnyOrder(got);
            }
            deviations.addAll(Comparison.deviations(wanted, got, stage.placeholders()));
        }
        JsonObject mails = mails(stage.post().unseen());
        deviations.addAll(Comparison.deviations(mails(expected.mails()), mails, stage.placeholders()));
        givens.conclude(expected, stage);
        return deviations;
    }

    /** Leaves Gatehouse with its packaged settings, and says which mails have come that no case had expected. */
    List<String> end() {
        stage.settings(Map.of());
        return stage.post().unseen().stream().map(mail -> "unexpected mail: " + mail).toList();
    }

    private static JsonObject mails(JsonArray mails) {
        return Json.createObjectBuilder().add("mails", mails).build();
    }

    /** The answers sorted by status, for the order in which they arrive means nothing. */
    private List<JsonObject> send(RecordedRequest request, int times) {
        ExecutorService senders = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<Answer>> running = Stream.generate(() -> request).limit(times)
                    .map(each -> CompletableFuture.supplyAsync(() -> send(each), senders)).toList();
            return running.stream().map(CompletableFuture::join).map(Observed::answer)
                    .sorted(Comparator.comparingInt(answer -> answer.getInt("status"))).toList();
        } finally {
            senders.shutdown();
        }
    }

    private Answer send(RecordedRequest request) {
        stage.cookies().openFor(request);
        Client client = stage.gatehouse().anonymous();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            client = client.with(header.getKey(), stage.placeholders().fill(header.getValue()));
        }
        BodyPublisher body = request.body().map(stage.placeholders()::fill).map(BodyPublishers::ofString)
                .orElse(BodyPublishers.noBody());
        Answer answer = client.send(request.method(), stage.placeholders().fill(request.path()), body);
        stage.cookies().keepThoseOf(answer);
        return answer;
    }
}
