package no.samtidig.statistics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Powers of small symmetric matrices by their eigenvalues; those that are nothing are left out, as in a pseudo-inverse. */
final class Symmetric {
    private Symmetric() {}

    /** Σ λ^exponent vv′ over eigenvalues above a limit. */
    static double[][] power(double[][] matrix, double exponent, double above) {
        int n = matrix.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) {
            throw new ArithmeticException("a symmetric matrix without eigenvalues");
        }
        double[][] power = new double[n][n];
        for (int at = 0; at < n; at++) {
            double value = eigen.getEigenvalue(at).getReal();
            if (value <= above) {
                continue;
            }
            double factor = Math.pow(value, exponent);
            DMatrixRMaj vector = eigen.getEigenVector(at);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    power[i][j] += factor * vector.get(i, 0) * vector.get(j, 0);
                }
            }
        }
        return power;
    }

    static double[] times(double[][] matrix, double... vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    static double dot(double[] one, double... other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
