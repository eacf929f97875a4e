import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Asks veraPDF whether files keep PDF/A-2a and PDF/UA-1. One line for each file and standard, then one for each rule that is broken. */
public final class Conform {
    private record Standard(String name, PDFAFlavour flavour, ValidationProfile rules) {
        static Standard read(String name, PDFAFlavour flavour, String file) throws Exception {
            try (InputStream rules = Conform.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file)) {
                return new Standard(name, flavour, Profiles.profileFromXml(rules));
            }
        }
    }

    public static void main(String[] paths) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<Standard> standards = List.of(
            Standard.read("PDF/A-2a", PDFAFlavour.PDFA_2_A, "PDFA-2A.xml"),
            Standard.read("PDF/UA-1", PDFAFlavour.PDFUA_1, "PDFUA-1.xml"));
        for (String path : paths) {
            byte[] file = Files.readAllBytes(Path.of(path));
            for (Standard standard : standards) {
                System.out.println(verdict(file, standard) + "\t" + path);
            }
        }
    }

    private static String verdict(byte[] file, Standard standard) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), standard.flavour())) {
            PDFAValidator validator = ValidatorFactory.createValidator(standard.rules(), false);
            ValidationResult result = validator.validate(parser);
            String word = result.isCompliant() ? "PASS" : "FAIL";
            return word + "\t" + standard.name() + "\t" + result.getTotalAssertions() + "\t" + String.join("; ", broken(result));
        } catch (Exception reason) {
            return "FAIL\t" + standard.name() + "\t0\tcannot be read: " + reason;
        }
    }

    private static List<String> broken(ValidationResult result) {
        Map<String, Integer> times = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        for (TestAssertion check : result.getTestAssertions()) {
            if (check.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String rule = check.getRuleId().getClause() + "-" + check.getRuleId().getTestNumber();
            times.merge(rule, 1, Integer::sum);
            words.putIfAbsent(rule, (check.getMessage() + " at " + check.getLocation().getContext()).replaceAll("\\s+", " "));
        }
        List<String> told = new ArrayList<>();
        times.forEach((rule, count) -> told.add(rule + " x" + count + ": " + words.get(rule)));
        return told;
    }
}
