// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Words of a German that is made by a seed: function words, nouns, verbs and adjectives, compounds of two and three nouns, and
 * names of syllables. How often each is drawn follows Zipf: the word of rank r as often as 1/r.
 */
final class Vocabulary {
    private static final List<String> FUNCTION_WORDS = words(
            "der die und in den von zu das mit sich des auf für ist im "
                    + "dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem "
                    + "über einen so zum haben nur oder aber vor zur bis mehr durch man sein wurde wenn ihre kann ich wir Ihnen");
    private static final List<String> NOUNS = words(
            "Versicherung Beitrag Vertrag Rechnung Konto Zahlung Schaden Meldung "
                    + "Haftpflicht Hausrat Leben Unfall Rente Kranken Pflege Steuer Bescheinigung Antrag Frist Kündigung Wechsel "
                    + "Strom Gas Wasser Zähler Stand Ablesung Tarif Preis Garantie Netz Anschluss Leitung Störung Umzug Adresse "
                    + "Änderung Karte Bank Überweisung Lastschrift Mandat Buchung Betrag Gebühr Zinsen Kredit Rate Bonus Rabatt "
                    + "Kunde Dienst Portal Anmeldung Kennwort Sicherheit Daten Schutz Formular Unterlagen Nachweis Prüfung "
                    + "Auskunft Beratung Termin Telefon Nummer Post Brief Nachricht Fahrzeug Halter Fahrer Schein Zulassung "
                    + "Kennzeichen Werkstatt Reparatur Glas Bruch Diebstahl Einbruch Feuer Sturm Hagel Wetter Gebäude Wohnung "
                    + "Miete Eigentum Garten Hund Pferd Reise Gepäck Rücktritt Ausland Familie Kind Schule Beruf Arbeit Betrieb "
                    + "Firma Gewerbe Maschine Lager Ware Lieferung Bestellung Versand Rückgabe Umtausch Ersatz Teil Gerät "
                    + "Anleitung Technik Anlage Heizung Wärme Pumpe Speicher Dach Solar Energie Verbrauch Abschlag Jahr Monat "
                    + "Tag Abrechnung Guthaben Nachzahlung Mahnung Verzug Klage Recht Anwalt Gericht Schiedsstelle Beschwerde");
    private static final List<String> OTHERS = words("zahlen melden ändern kündigen prüfen senden erhalten abschließen "
            + "verlängern widerrufen beantragen erstatten buchen überweisen anmelden ablesen wechseln liefern bestellen "
            + "tauschen reparieren versichern schützen berechnen bestätigen unterschreiben hochladen drucken speichern "
            + "monatlich jährlich schriftlich online kostenlos wichtig neu alt gültig offen sofort später rechtzeitig "
            + "persönlich digital sicher einfach möglich zusätzlich gesetzlich privat betrieblich gemeinsam");
    private static final List<String> LINKING = List.of("ung", "heit", "keit", "schaft", "ion");
    private static final List<String> ONSETS =
            words("b br d dr f fl g gl gr h k kl kn kr l m n p pf pr r s sch schl schw st str t tr v w z");
    private static final List<String> RIMES =
            words("a al an ar au e ei el en er i ich ie in o ol on or u uch um und ung ö ü äl ass eck ill ott");

    private final List<String> byRank;
    private final double[] upTo;

    private Vocabulary(List<String> byRank) {
        this.byRank = byRank;
        upTo = new double[byRank.size()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    /** Makes so many words by a seed. */
    static Vocabulary of(int size, long seed) {
        Random random = new Random(seed);
        List<String> frequent = new ArrayList<>(NOUNS);
        frequent.addAll(OTHERS);
        Collections.shuffle(frequent, random);
        Set<String> all = new LinkedHashSet<>(FUNCTION_WORDS);
        all.addAll(frequent);
        while (all.size() < size) {
            all.add(random.nextInt(10) < 6 ? compound(random) : name(random));
        }
        return new Vocabulary(List.copyOf(all));
    }

    /** Draws a word as often as it is used. */
    String any(Random random) {
        return byRank.get(rank(random));
    }

    /** Draws a word that is about something. */
    String topic(Random random) {
        int rank = rank(random);
        while (rank < FUNCTION_WORDS.size()) {
            rank = rank(random);
        }
        return byRank.get(rank);
    }

    /** Returns whether a word is about something. */
    static boolean isTopic(String word) {
        return word.length() > 3 && !FUNCTION_WORDS.contains(word);
    }

    private int rank(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found < 0 ? Math.min(-found - 1, upTo.length - 1) : found;
    }

    private static String compound(Random random) {
        StringBuilder word = new StringBuilder(one(NOUNS, random));
        for (int parts = random.nextInt(4) == 0 ? 2 : 1; parts > 0; parts--) {
            if (LINKING.stream().anyMatch(word.toString()::endsWith)) {
                word.append('s');
            }
            word.append(one(NOUNS, random).toLowerCase(Locale.GERMAN));
        }
        return word.toString();
    }

    private static String name(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
            word.append(one(ONSETS, random)).append(one(RIMES, random));
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }
}
